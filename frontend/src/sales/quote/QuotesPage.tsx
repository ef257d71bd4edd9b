import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { QuotesQuery, StageCategory } from '~/gql/graphql.ts'
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

const QuotesDocument = graphql(`
  query Quotes($filter: QuoteFilter, $first: Int, $after: String) {
    quotes(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number account { id name } opportunity { id name } owner { id name }
          latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } }
        }
      }
    }
  }
`)

type Row = QuotesQuery['quotes']['edges'][number]['node']

const columns = (): Column<Row>[] => [
  {
    key: 'number',
    head: t('list.number', '编号'),
    card: 'title',
    cell: (q) => <Link to="/quotes/$id" params={{ id: q.id }}>{`${q.number} v${q.latest.number}`}</Link>,
  },
  { key: 'account', head: t('kind.account', '客户'), clip: true, cell: (q) => <AccountLink account={q.account} /> },
  {
    key: 'opportunity',
    head: t('kind.opportunity', '商机'),
    clip: true,
    card: 'hide',
    cell: (q) =>
      q.opportunity ? (
        <Link to="/opportunities/$id" params={{ id: q.opportunity.id }}>
          {q.opportunity.name}
        </Link>
      ) : null,
  },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    cell: (q) => <StageTag kind="QUOTE" name={q.latest.stageName} category={q.latest.stageCategory} />,
  },
  {
    key: 'gross',
    head: t('lines.gross', '价税合计'),
    right: true,
    money: (q) => q.latest.gross,
    cell: (q) => <Money of={q.latest.gross} />,
  },
  {
    key: 'valid',
    head: t('field.validUntil', '有效期至'),
    card: 'hide',
    cell: (q) => <span className="num">{fullDate(q.latest.validUntil)}</span>,
  },
  { key: 'owner', head: t('list.owner', '负责人'), card: 'hide', cell: (q) => <UserChip user={q.owner} /> },
]

export function QuotesPage() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const filter = { text: search.text, categories: search.category ? [search.category as StageCategory] : undefined }
  const read = useRead(QuotesDocument, { filter, first: pageSize, after: pages.after }, ['QUOTE', 'QUOTE_VERSION'])
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('kind.quote', '报价')}</h1>
        <span className="muted num">{read.data?.quotes.totalCount}</span>
      </div>
      <div className="filters">
        <TextFilter label={t('quote.find', '报价编号')} />
        <ChoiceFilter
          name="category"
          label={t('list.anyStage', '所有阶段')}
          options={options('DRAFT', 'REVIEW', 'APPROVED', 'SENT', 'ACCEPTED', 'CLOSED')}
        />
      </div>
      <Loaded read={read} pick={(d) => d.quotes} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('kind.quote', '报价')}
                rows={list.edges.map((e) => e.node)}
                columns={columns()}
                rowKey={(q) => q.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={!!(search.text || search.category)}
              first={
                <EmptyState title={t('quote.none.title', '还没有报价')}>
                  {t('quote.none.why', '在商机页点“新建报价”。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
    </div>
  )
}
