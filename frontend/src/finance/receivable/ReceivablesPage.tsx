import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { ReceivablesQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { NothingFound, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { ButtonLink } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import { PaidTag } from '../invoice/PaidTag.tsx'
import { AgeingBar } from './AgeingBar.tsx'

const ReceivablesDocument = graphql(`
  query Receivables($overdue: Boolean, $account: ID, $first: Int, $after: String) {
    receivables(overdue: $overdue, account: $account, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number stageCategory paymentStatus overdueDays issuedOn dueOn account { id name } contract { id number } owner { id name }
          gross { amount currency } paid { amount currency } outstanding { amount currency }
        }
      }
    }
    receivablesSummary { ...Ageing }
  }
`)

type Row = ReceivablesQuery['receivables']['edges'][number]['node']

const columns = (): Column<Row>[] => [
  {
    key: 'account',
    head: t('kind.account', '客户'),
    clip: true,
    card: 'title',
    cell: (i) => <AccountLink account={i.account} />,
  },
  {
    key: 'number',
    head: t('invoice.number', '发票号'),
    cell: (i) => (
      <Link to="/invoices/$id" params={{ id: i.id }}>
        {i.number}
      </Link>
    ),
  },
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
    key: 'issued',
    head: t('invoice.issuedOn', '开票日'),
    card: 'hide',
    cell: (i) => (i.issuedOn ? <span className="num">{fullDate(i.issuedOn)}</span> : null),
  },
  {
    key: 'due',
    head: t('invoice.dueOn', '到期日'),
    cell: (i) => (i.dueOn ? <span className="num">{fullDate(i.dueOn)}</span> : null),
  },
  { key: 'late', head: t('receivable.late', '逾期'), cell: (i) => <PaidTag invoice={i} /> },
  {
    key: 'gross',
    head: t('lines.gross', '价税合计'),
    right: true,
    card: 'hide',
    cell: (i) => <Money of={i.gross} full finance />,
  },
  {
    key: 'paid',
    head: t('contract.paid', '已回款'),
    right: true,
    card: 'hide',
    cell: (i) => <Money of={i.paid} full finance />,
  },
  {
    key: 'outstanding',
    head: t('invoice.outstanding', '未收'),
    right: true,
    cell: (i) => (
      <b>
        <Money of={i.outstanding} full finance />
      </b>
    ),
  },
  { key: 'owner', head: t('list.owner', '负责人'), card: 'hide', cell: (i) => i.owner?.name },
]

// ReceivablesPage: who owes what since when.
export function ReceivablesPage() {
  const [search, set] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const read = useRead(
    ReceivablesDocument,
    { overdue: search.overdue ? true : undefined, account: search.account, first: pageSize, after: pages.after },
    ['INVOICE', 'ALLOCATION', 'PAYMENT', 'CREDIT_NOTE'],
  )
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.receivables', '应收')}</h1>
        <span className="muted num">{read.data?.receivables.totalCount}</span>
        <span className="push" />
        <div className="segments">
          <button type="button" aria-pressed={!search.overdue} onClick={() => set({ overdue: undefined })}>
            {t('receivable.all', '全部未收')}
          </button>
          <button type="button" aria-pressed={!!search.overdue} onClick={() => set({ overdue: '1' })}>
            {t('receivable.overdue', '只看逾期')}
          </button>
        </div>
        <ButtonLink to="/payments" search={{ new: '1' }} kind="primary">
          {t('payment.record', '登记回款')}
        </ButtonLink>
      </div>
      <Loaded read={read} pick={(d) => d} heights={[88, 320]}>
        {(d) => (
          <>
            <AgeingBar summary={d.receivablesSummary} />
            {d.receivables.edges.length ? (
              <>
                <DataTable
                  label={t('nav.receivables', '应收')}
                  rows={d.receivables.edges.map((e) => e.node)}
                  columns={columns()}
                  rowKey={(i) => i.id}
                />
                <Pager pages={pages} info={d.receivables.pageInfo} />
              </>
            ) : (
              <NothingFound
                filtered={!!(search.overdue || search.account)}
                first={
                  <EmptyState title={t('receivable.none', '没有未收的款')}>
                    {t('receivable.none.why', '开出的发票都已收齐。')}
                  </EmptyState>
                }
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
