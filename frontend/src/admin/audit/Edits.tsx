import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { ChangeFilter, EditsQuery, RecordKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { ChoiceFilter, NothingFound, useFilter } from '~/records/Filters.tsx'
import { kindName, pathTo } from '~/records/kinds.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ago, instantOf } from '~/ui/time.ts'
import { filters, startOf, WhoWhatWhen } from './EntryFilters.tsx'
import { FieldChanges } from './FieldChanges.tsx'

const EditsDocument = graphql(`
  query Edits($filter: ChangeFilter, $first: Int, $before: Cursor) {
    changes(filter: $filter, first: $first, before: $before) {
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          cursor kind subjectKind subjectId actorName actorKind at fields { name old new }
          subject {
            id
            ... on Lead { version company } ... on Account { version name } ... on Contact { version name }
            ... on Opportunity { version name }
          }
        }
      }
    }
  }
`)

export type Edit = EditsQuery['changes']['edges'][number]['node']

const kinds: RecordKind[] = ['LEAD', 'ACCOUNT', 'CONTACT', 'OPPORTUNITY', 'QUOTE', 'CONTRACT', 'ORDER', 'USER', 'ROLE']

const columns = (): Column<Edit>[] => [
  {
    key: 'subject',
    head: t('role.kind', '记录'),
    card: 'title',
    cell: (c) => {
      const path = pathTo(c.subjectKind, c.subjectId)
      const name = kindName(c.subjectKind)
      return c.subject && path ? <Link to={path}>{name}</Link> : name
    },
  },
  {
    key: 'at',
    head: t('audit.at', '时间'),
    cell: (c) => (
      <time className="num" dateTime={c.at} title={instantOf(c.at)}>
        {ago(c.at)}
      </time>
    ),
  },
  {
    key: 'actor',
    head: t('audit.actor', '谁'),
    cell: (c) => (c.actorKind === 'SYSTEM' ? t('actor.system', '系统') : c.actorName),
  },
  { key: 'fields', head: t('audit.changed', '改了什么'), wraps: true, cell: (c) => <FieldChanges edit={c} /> },
]

// Edits: what was changed of records, with the values before and after, as far as their reader may see them.
export function Edits() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const filter: ChangeFilter = {
    changes: ['EDITED'],
    kinds: search.action ? [search.action as RecordKind] : undefined,
    subject: search.subject,
    actor: search.actor,
    from: startOf(search.from),
    to: startOf(search.to, 1),
  }
  const read = useRead(EditsDocument, { filter, first: pageSize, before: pages.after })
  return (
    <>
      <div className="filters">
        <ChoiceFilter
          name="action"
          label={t('audit.anyKind', '所有记录')}
          options={kinds.map((k) => [k, kindName(k)])}
        />
        <WhoWhatWhen />
      </div>
      <Loaded read={read} pick={(d) => d.changes} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('audit.edits', '数据改动')}
                rows={list.edges.map((e) => e.node)}
                columns={columns()}
                rowKey={(c) => c.cursor}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={filters.some((f) => search[f])}
              first={<EmptyState title={t('audit.none', '还没有记录')} />}
            />
          )
        }
      </Loaded>
    </>
  )
}
