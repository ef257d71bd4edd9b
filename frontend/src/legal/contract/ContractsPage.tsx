import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { ContractsQuery, StageCategory } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { options } from '~/records/categories.ts'
import { ChoiceFilter, NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
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
import { fullDate } from '~/ui/time.ts'

const ContractsDocument = graphql(`
  query Contracts($filter: ContractFilter, $first: Int, $after: String) {
    contracts(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number title stage stageName { zh en } stageCategory stageEnteredAt signedOn
          account { id name } owner { id name } gross { amount currency } invoiced { amount currency } paid { amount currency }
        }
      }
    }
  }
`)

type Row = ContractsQuery['contracts']['edges'][number]['node']

const waiting = ['DRAFT', 'REVIEW', 'APPROVED', 'SIGNING']

const columns = (lateAfter: (stage: string) => number): Column<Row>[] => [
  {
    key: 'number',
    head: t('list.number', '编号'),
    card: 'title',
    cell: (c) => (
      <Link to="/contracts/$id" params={{ id: c.id }}>
        {c.number}
      </Link>
    ),
  },
  { key: 'title', head: t('contract.title', '合同名称'), clip: true, card: 'hide', cell: (c) => c.title },
  { key: 'account', head: t('kind.account', '客户'), clip: true, cell: (c) => <AccountLink account={c.account} /> },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    cell: (c) => <StageTag kind="CONTRACT" name={c.stageName} category={c.stageCategory} />,
  },
  {
    key: 'clock',
    head: t('list.inStage', '停留'),
    card: 'hide',
    cell: (c) =>
      waiting.includes(c.stageCategory) ? <Clock since={c.stageEnteredAt} target={lateAfter(c.stage) * 3600} /> : null,
  },
  {
    key: 'gross',
    head: t('lines.gross', '价税合计'),
    right: true,
    money: (c) => c.gross,
    cell: (c) => <Money of={c.gross} />,
  },
  {
    key: 'paid',
    head: t('contract.paid', '已回款'),
    right: true,
    money: (c) => c.paid,
    cell: (c) => <Money of={c.paid} />,
  },
  {
    key: 'signed',
    head: t('contract.signedOn', '签署日'),
    card: 'hide',
    cell: (c) => (c.signedOn ? <span className="num">{fullDate(c.signedOn)}</span> : null),
  },
  { key: 'owner', head: t('list.owner', '负责人'), card: 'hide', cell: (c) => <UserChip user={c.owner} /> },
]

export function ContractsPage() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const stages = useStages('CONTRACT')
  const filter = { text: search.text, categories: search.category ? [search.category as StageCategory] : undefined }
  const read = useRead(ContractsDocument, { filter, first: pageSize, after: pages.after }, ['CONTRACT'])
  const lateAfter = (key: string) => stages.find((s) => s.key === key)?.lateAfter ?? 0
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('kind.contract', '合同')}</h1>
        <span className="muted num">{read.data?.contracts.totalCount}</span>
      </div>
      <div className="filters">
        <TextFilter label={t('contract.find', '合同编号、名称')} />
        <ChoiceFilter
          name="category"
          label={t('list.anyStage', '所有阶段')}
          options={options('DRAFT', 'REVIEW', 'APPROVED', 'SIGNING', 'SIGNED', 'EFFECTIVE', 'COMPLETED')}
        />
      </div>
      <Loaded read={read} pick={(d) => d.contracts} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('kind.contract', '合同')}
                rows={list.edges.map((e) => e.node)}
                columns={columns(lateAfter)}
                rowKey={(c) => c.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={!!(search.text || search.category)}
              first={
                <EmptyState title={t('contract.none', '还没有合同')}>
                  {t('contract.none.why', '客户接受报价后，合同会自动起草。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
    </div>
  )
}
