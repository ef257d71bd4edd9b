import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { OrdersQuery, StageCategory } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { options } from '~/records/categories.ts'
import { ChoiceFilter, NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { Pager } from '~/records/Pager.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import { ProgressTag } from './ProgressTag.tsx'

const OrdersDocument = graphql(`
  query Orders($filter: OrderFilter, $first: Int, $after: String) {
    orders(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number stageName { zh en } stageCategory promisedOn shipped accepted invoicedProgress paidProgress
          account { id name } owner { id name } gross { amount currency }
        }
      }
    }
  }
`)

type Row = OrdersQuery['orders']['edges'][number]['node']

const columns = (): Column<Row>[] => [
  {
    key: 'number',
    head: t('list.number', '编号'),
    card: 'title',
    cell: (o) => (
      <Link to="/orders/$id" params={{ id: o.id }}>
        {o.number}
      </Link>
    ),
  },
  { key: 'account', head: t('kind.account', '客户'), clip: true, cell: (o) => <AccountLink account={o.account} /> },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    cell: (o) => <StageTag kind="ORDER" name={o.stageName} category={o.stageCategory} />,
  },
  { key: 'shipped', head: t('order.shipped', '发货'), cell: (o) => <ProgressTag of={o.shipped} /> },
  { key: 'accepted', head: t('order.accepted', '验收'), cell: (o) => <ProgressTag of={o.accepted} /> },
  {
    key: 'invoiced',
    head: t('order.invoiced', '开票'),
    card: 'hide',
    cell: (o) => <ProgressTag of={o.invoicedProgress} />,
  },
  { key: 'paid', head: t('order.paid', '回款'), card: 'hide', cell: (o) => <ProgressTag of={o.paidProgress} /> },
  {
    key: 'gross',
    head: t('lines.gross', '价税合计'),
    right: true,
    money: (o) => o.gross,
    cell: (o) => <Money of={o.gross} />,
  },
  {
    key: 'promised',
    head: t('field.promisedOn', '承诺交期'),
    card: 'hide',
    cell: (o) => (o.promisedOn ? <span className="num">{fullDate(o.promisedOn)}</span> : null),
  },
  { key: 'owner', head: t('list.owner', '负责人'), card: 'hide', cell: (o) => <UserChip user={o.owner} /> },
]

export function OrdersPage() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const filter = { text: search.text, categories: search.category ? [search.category as StageCategory] : undefined }
  const read = useRead(OrdersDocument, { filter, first: pageSize, after: pages.after }, [
    'ORDER',
    'SHIPMENT',
    'ACCEPTANCE',
    'INVOICE',
  ])
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('order.list', '订单与交付')}</h1>
        <span className="muted num">{read.data?.orders.totalCount}</span>
      </div>
      <div className="filters">
        <TextFilter label={t('order.find', '订单编号')} />
        <ChoiceFilter
          name="category"
          label={t('list.anyStage', '所有阶段')}
          options={options('DRAFT', 'CONFIRMED', 'ON_HOLD', 'CLOSED', 'CANCELLED')}
        />
      </div>
      <Loaded read={read} pick={(d) => d.orders} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('order.list', '订单与交付')}
                rows={list.edges.map((e) => e.node)}
                columns={columns()}
                rowKey={(o) => o.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={!!(search.text || search.category)}
              first={
                <EmptyState title={t('order.none', '还没有订单')}>
                  {t('order.none.why', '合同签署后，订单会自动建立。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
    </div>
  )
}
