import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { NothingFound, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { ButtonLink } from '~/ui/Button.tsx'
import { DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { AgeingBar } from './AgeingBar.tsx'
import { receivableColumns } from './receivableColumns.tsx'

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
        <May verb="recordPayment">
          <ButtonLink to="/payments" search={{ new: '1' }} kind="primary">
            {t('payment.record', '登记回款')}
          </ButtonLink>
        </May>
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
                  columns={receivableColumns()}
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
