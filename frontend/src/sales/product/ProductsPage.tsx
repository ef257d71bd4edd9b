import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { ProductKind, ProductsQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { plain } from '~/records/lines/LinesTable.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { symbol } from '~/ui/amount.ts'
import { Button } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Tag } from '~/ui/Tag.tsx'

const ProductsDocument = graphql(`
  query Products($filter: ProductFilter, $first: Int, $after: String) {
    products(filter: $filter, first: $first, after: $after, orderBy: { field: SKU, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id sku name kind unit currency listPrice taxRate taxCode active } }
    }
  }
`)
const CreateProductDocument = graphql(`
  mutation CreateProduct($input: CreateProductInput!) { createProduct(input: $input) { id sku } }
`)

type Row = ProductsQuery['products']['edges'][number]['node']

const kinds = (): [ProductKind, string][] => [
  ['GOODS', t('product.goods', '货物')],
  ['SERVICE', t('product.service', '服务')],
  ['SUBSCRIPTION', t('product.subscription', '订阅')],
  ['BUNDLE', t('product.bundle', '组合')],
]

const columns = (): Column<Row>[] => [
  { key: 'sku', head: t('product.sku', '编码'), cell: (p) => <span className="num">{p.sku}</span> },
  { key: 'name', head: t('product.name', '产品名称'), card: 'title', cell: (p) => p.name },
  { key: 'kind', head: t('product.kind', '类别'), cell: (p) => kinds().find(([key]) => key === p.kind)?.[1] },
  {
    key: 'price',
    head: t('product.listPrice', '目录价'),
    right: true,
    cell: (p) => `${symbol(p.currency)}${plain(p.listPrice, 2)} / ${p.unit}`,
  },
  { key: 'tax', head: t('lines.taxRate', '税率'), right: true, cell: (p) => `${plain(p.taxRate)}%` },
  { key: 'code', head: t('product.taxCode', '税收分类编码'), card: 'hide', cell: (p) => p.taxCode },
  {
    key: 'active',
    head: t('list.stage', '阶段'),
    card: 'hide',
    cell: (p) =>
      p.active ? <Tag tone="ok">{t('product.active', '在售')}</Tag> : <Tag>{t('product.inactive', '停售')}</Tag>,
  },
]

export function ProductsPage() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const [creating, setCreating] = useState(false)
  const read = useRead(ProductsDocument, { filter: { text: search.text }, first: pageSize, after: pages.after }, [
    'PRODUCT',
  ])
  const create = (
    <Button kind="primary" data-new onClick={() => setCreating(true)}>
      {t('product.create', '新建产品')}
    </Button>
  )
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.products', '产品与价格')}</h1>
        <span className="muted num">{read.data?.products.totalCount}</span>
        <span className="push" />
        {create}
      </div>
      <div className="filters">
        <TextFilter label={t('product.find', '名称、编码')} />
      </div>
      <Loaded read={read} pick={(d) => d.products} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('nav.products', '产品与价格')}
                rows={list.edges.map((e) => e.node)}
                columns={columns()}
                rowKey={(p) => p.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={!!search.text}
              first={
                <EmptyState title={t('product.none', '还没有产品')} actions={create}>
                  {t('product.none.why', '报价从产品取价格和税率。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
      {creating ? <CreateProduct onClose={() => setCreating(false)} /> : null}
    </div>
  )
}

function CreateProduct({ onClose }: { onClose: () => void }) {
  const [create] = useVerb(CreateProductDocument)
  return (
    <VerbSheet
      title={t('product.create', '新建产品')}
      action={t('action.save', '保存')}
      fields={[
        { kind: 'text', name: 'sku', label: t('product.sku', '编码'), required: true },
        { kind: 'text', name: 'name', label: t('product.name', '产品名称'), required: true },
        {
          kind: 'select',
          name: 'kind',
          label: t('product.kind', '类别'),
          value: 'GOODS',
          options: kinds().map(([value, label]) => ({ value, label })),
        },
        { kind: 'text', name: 'unit', label: t('lines.unit', '单位'), value: t('product.piece', '台') },
        { kind: 'quantity', name: 'listPrice', label: t('product.listPrice', '目录价'), required: true },
        { kind: 'percent', name: 'taxRate', label: t('lines.taxPercent', '税率 %'), value: '13' },
        { kind: 'text', name: 'taxCode', label: t('product.taxCode', '税收分类编码'), wide: true },
      ]}
      onClose={onClose}
      submit={async (v) =>
        (
          await create({
            input: {
              sku: v.must('sku'),
              name: v.must('name'),
              kind: v.one<ProductKind>('kind'),
              unit: v.text('unit'),
              listPrice: v.decimal('listPrice') ?? '0',
              taxRate: v.decimal('taxRate'),
              taxCode: v.text('taxCode'),
            },
          })
        ).fault
      }
    />
  )
}
