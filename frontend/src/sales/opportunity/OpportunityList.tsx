import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import type { OpportunityListQuery } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { NothingFound } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { Pager } from '~/records/Pager.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { useStages } from '~/records/useStages.ts'
import { Clock } from '~/ui/Clock.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Money } from '~/ui/Money.tsx'
import { dateOf } from '~/ui/time.ts'
import type { BoardView } from './OpportunitiesPage.tsx'
import { OpportunityCardFields } from './OpportunityCard.tsx'

const OpportunityListDocument = graphql(`
  query OpportunityList($filter: OpportunityFilter, $first: Int, $after: String) {
    opportunities(filter: $filter, first: $first, after: $after, orderBy: { field: STAGE_ENTERED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id stageName { zh en } ...OpportunityCard } }
    }
  }
`)

type Node = OpportunityListQuery['opportunities']['edges'][number]['node']

export function OpportunityList({ view }: { view: BoardView }) {
  const { late: _, ...filter } = view
  const pages = usePages(JSON.stringify(view))
  const stages = useStages('OPPORTUNITY')
  const read = useRead(OpportunityListDocument, { filter, first: pageSize, after: pages.after }, [
    'OPPORTUNITY',
    'ACCOUNT',
  ])
  const row = (node: Node) => ({ ...unmask(OpportunityCardFields, node), stageName: node.stageName })
  type Row = ReturnType<typeof row>
  const target = (key: string) => (stages.find((s) => s.key === key)?.lateAfter ?? 0) * 3600
  const columns: Column<Row>[] = [
    {
      key: 'name',
      head: t('opportunity.name', '商机名称'),
      clip: true,
      card: 'title',
      cell: (o) => (
        <Link to="/opportunities/$id" params={{ id: o.id }}>
          {o.name}
        </Link>
      ),
    },
    { key: 'account', head: t('kind.account', '客户'), clip: true, cell: (o) => <AccountLink account={o.account} /> },
    {
      key: 'stage',
      head: t('list.stage', '阶段'),
      cell: (o) => <StageTag kind="OPPORTUNITY" name={o.stageName} category={o.stageCategory} />,
    },
    {
      key: 'amount',
      head: t('opportunity.amount', '预计金额'),
      right: true,
      money: (o) => o.amount,
      cell: (o) => <Money of={o.amount} />,
    },
    {
      key: 'clock',
      head: t('list.inStage', '停留'),
      card: 'hide',
      cell: (o) => (o.stageCategory === 'OPEN' ? <Clock since={o.stageEnteredAt} target={target(o.stage)} /> : null),
    },
    { key: 'owner', head: t('list.owner', '负责人'), cell: (o) => <UserChip user={o.owner} /> },
    {
      key: 'next',
      head: t('list.nextStep', '下一步'),
      clip: true,
      card: 'hide',
      cell: (o) =>
        o.nextStep ??
        (o.stageCategory === 'OPEN' ? <span className="bad">{t('list.noNextStep', '缺少下一步')}</span> : null),
    },
    {
      key: 'close',
      head: t('field.expectedClose', '预计成交'),
      card: 'hide',
      cell: (o) => (o.expectedClose ? <span className="num">{dateOf(o.expectedClose)}</span> : null),
    },
    {
      key: 'number',
      head: t('list.number', '编号'),
      card: 'hide',
      cell: (o) => <span className="num muted">{o.number}</span>,
    },
  ]
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.opportunities} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('opportunity.list', '商机列表')}
                rows={list.edges.map((e) => row(e.node))}
                columns={columns}
                rowKey={(o) => o.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={Object.values(view).some(Boolean)}
              first={
                <EmptyState title={t('opportunity.none', '还没有商机')}>
                  {t('opportunity.none.why', '线索合格后转为商机，也可以直接新建。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
    </div>
  )
}
