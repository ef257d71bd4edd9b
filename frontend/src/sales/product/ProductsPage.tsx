import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { ProductsQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { plain } from '~/records/lines/LinesTable.tsx'
import { May } from '~/records/May.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { hiddenAmount, symbol } from '~/ui/amount.ts'
import { Button } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { CreateProduct } from './CreateProduct.tsx'
import { productKinds } from './words.ts'

const ProductsDocument = graphql(`
  query Products($filter: ProductFilter, $first: Int, $after: String) {
    products(filter: $filter, first: $first, after: $after, orderBy: { field: SKU, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id sku name kind unit currency listPrice taxRate taxCode active } }
    }
  }
`)

type Row = ProductsQuery['products']['edges'][number]['node']

const columns = (): Column<Row>[] => [
  { key: 'sku', head: t('product.sku', '编码'), cell: (p) => <span className="num">{p.sku}</span> },
  { key: 'name', head: t('product.name', '产品名称'), card: 'title', cell: (p) => p.name },
  { key: 'kind', head: t('product.kind', '类别'), cell: (p) => productKinds().find(([key]) => key === p.kind)?.[1] },
  {
    key: 'price',
    head: t('product.listPrice', '目录价'),
    right: true,
    money: (p) => ({ amount: p.listPrice, currency: p.currency }),
    cell: (p) => (p.listPrice ? `${symbol(p.currency)}${plain(p.listPrice, 2)} / ${p.unit}` : hiddenAmount),
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
    <May verb="createProduct">
      <Button kind="primary" data-new onClick={() => setCreating(true)}>
        {t('product.create', '新建产品')}
      </Button>
    </May>
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
