import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { PaymentsQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { ChoiceFilter, NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Pager } from '~/records/Pager.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { Button } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import { RecordPayment } from './RecordPayment.tsx'
import { methodName } from './words.ts'

const PaymentsDocument = graphql(`
  query Payments($filter: PaymentFilter, $first: Int, $after: String) {
    payments(filter: $filter, first: $first, after: $after, orderBy: { field: RECEIVED_ON, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number stageName { zh en } stageCategory method receivedOn payer bankReference account { id name }
          amount { amount currency } unallocated { amount currency }
        }
      }
    }
  }
`)

type Row = PaymentsQuery['payments']['edges'][number]['node']

const columns = (): Column<Row>[] => [
  {
    key: 'number',
    head: t('list.number', '编号'),
    card: 'title',
    cell: (p) => (
      <Link to="/payments/$id" params={{ id: p.id }}>
        {p.number}
      </Link>
    ),
  },
  { key: 'account', head: t('kind.account', '客户'), clip: true, cell: (p) => <AccountLink account={p.account} /> },
  {
    key: 'received',
    head: t('payment.receivedOn', '到账日'),
    cell: (p) => <span className="num">{fullDate(p.receivedOn)}</span>,
  },
  { key: 'method', head: t('payment.method', '方式'), card: 'hide', cell: (p) => methodName(p.method) },
  { key: 'payer', head: t('payment.payer', '付款人'), clip: true, card: 'hide', cell: (p) => p.payer },
  {
    key: 'reference',
    head: t('payment.reference', '银行流水号'),
    card: 'hide',
    cell: (p) => <span className="num">{p.bankReference}</span>,
  },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    card: 'hide',
    cell: (p) => <StageTag kind="PAYMENT" name={p.stageName} category={p.stageCategory} />,
  },
  {
    key: 'amount',
    head: t('payment.amount', '到账金额'),
    right: true,
    money: (p) => p.amount,
    cell: (p) => <Money of={p.amount} full finance />,
  },
  {
    key: 'open',
    head: t('payment.unallocated', '未核销'),
    right: true,
    money: (p) => p.unallocated,
    cell: (p) => <Money of={p.unallocated} full finance />,
  },
]

export function PaymentsPage() {
  const [search, set] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const [recording, setRecording] = useState(false)
  const filter = { text: search.text, unallocated: search.open ? true : undefined }
  const read = useRead(PaymentsDocument, { filter, first: pageSize, after: pages.after }, ['PAYMENT', 'ALLOCATION'])
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.payments', '回款认领')}</h1>
        <span className="muted num">{read.data?.payments.totalCount}</span>
        <span className="push" />
        <May verb="recordPayment">
          <Button kind="primary" data-new onClick={() => setRecording(true)}>
            {t('payment.record', '登记回款')}
          </Button>
        </May>
      </div>
      <div className="filters">
        <TextFilter label={t('payment.find', '编号、流水号、付款人')} />
        <ChoiceFilter
          name="open"
          label={t('payment.any', '全部回款')}
          options={[['1', t('payment.openOnly', '还有未核销')]]}
        />
      </div>
      <Loaded read={read} pick={(d) => d.payments} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('nav.payments', '回款认领')}
                rows={list.edges.map((e) => e.node)}
                columns={columns()}
                rowKey={(p) => p.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={!!(search.text || search.open)}
              first={
                <EmptyState title={t('payment.none', '还没有回款')}>
                  {t('payment.none.why', '银行到账后在这里登记，再核销到发票。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
      {recording || search.new ? (
        <RecordPayment
          onClose={() => {
            setRecording(false)
            if (search.new) set({ new: undefined })
          }}
        />
      ) : null}
    </div>
  )
}
