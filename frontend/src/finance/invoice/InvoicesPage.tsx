import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { InvoicesQuery, StageCategory } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { options } from '~/records/categories.ts'
import { ChoiceFilter, NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { Pager } from '~/records/Pager.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import { PaidTag } from './PaidTag.tsx'
import { ToBill } from './ToBill.tsx'

const InvoicesDocument = graphql(`
  query Invoices($filter: InvoiceFilter, $first: Int, $after: String) {
    invoices(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number draftNumber stageName { zh en } stageCategory issuedOn dueOn paymentStatus overdueDays
          account { id name } contract { id number } gross { amount currency } outstanding { amount currency }
        }
      }
    }
  }
`)

type Row = InvoicesQuery['invoices']['edges'][number]['node']

const columns = (): Column<Row>[] => [
  {
    key: 'number',
    head: t('invoice.number', '发票号'),
    card: 'title',
    cell: (i) => (
      <Link to="/invoices/$id" params={{ id: i.id }}>
        {i.number ?? i.draftNumber}
      </Link>
    ),
  },
  { key: 'account', head: t('kind.account', '客户'), clip: true, cell: (i) => <AccountLink account={i.account} /> },
  {
    key: 'contract',
    head: t('kind.contract', '合同'),
    card: 'hide',
    cell: (i) =>
      i.contract ? (
        <Link to="/contracts/$id" params={{ id: i.contract.id }}>
          {i.contract.number}
        </Link>
      ) : null,
  },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    cell: (i) => <StageTag kind="INVOICE" name={i.stageName} category={i.stageCategory} />,
  },
  { key: 'paid', head: t('invoice.payment', '收款'), cell: (i) => <PaidTag invoice={i} /> },
  {
    key: 'issued',
    head: t('invoice.issuedOn', '开票日'),
    card: 'hide',
    cell: (i) => (i.issuedOn ? <span className="num">{fullDate(i.issuedOn)}</span> : null),
  },
  {
    key: 'due',
    head: t('invoice.dueOn', '到期日'),
    card: 'hide',
    cell: (i) => (i.dueOn ? <span className="num">{fullDate(i.dueOn)}</span> : null),
  },
  {
    key: 'gross',
    head: t('lines.gross', '价税合计'),
    right: true,
    money: (i) => i.gross,
    cell: (i) => <Money of={i.gross} full finance />,
  },
  {
    key: 'outstanding',
    head: t('invoice.outstanding', '未收'),
    right: true,
    money: (i) => i.outstanding,
    cell: (i) => <Money of={i.outstanding} full finance />,
  },
]

export function InvoicesPage() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const filter = { text: search.text, categories: search.category ? [search.category as StageCategory] : undefined }
  const read = useRead(InvoicesDocument, { filter, first: pageSize, after: pages.after }, [
    'INVOICE',
    'ALLOCATION',
    'PAYMENT',
    'CREDIT_NOTE',
  ])
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.invoices', '开票')}</h1>
        <span className="muted num">{read.data?.invoices.totalCount}</span>
      </div>
      <ToBill />
      <div className="filters">
        <TextFilter label={t('invoice.find', '发票号、客户')} />
        <ChoiceFilter
          name="category"
          label={t('list.anyStage', '所有阶段')}
          options={options('DRAFT', 'POSTED', 'CLOSED', 'DISCARDED')}
        />
      </div>
      <Loaded read={read} pick={(d) => d.invoices} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('nav.invoices', '开票')}
                rows={list.edges.map((e) => e.node)}
                columns={columns()}
                rowKey={(i) => i.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={!!(search.text || search.category)}
              first={
                <EmptyState title={t('invoice.none', '还没有发票')}>
                  {t('invoice.none.why', '回款计划到期触发后，会出现在上面的待开票里。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
    </div>
  )
}
