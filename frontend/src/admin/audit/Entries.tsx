import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { AuditEntriesQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { NothingFound, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { Button } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { ago, instantOf } from '~/ui/time.ts'
import { EntryFilters, filters, startOf } from './EntryFilters.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { Subject } from './Subject.tsx'
import { actionName, actionTone } from './words.ts'

const AuditEntriesDocument = graphql(`
  query AuditEntries($filter: AuditFilter, $first: Int, $after: String) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id at action actor actorName subject address userAgent correlationId details } }
    }
  }
`)

export type Entry = AuditEntriesQuery['auditEntries']['edges'][number]['node']

const columns = (open: (entry: Entry) => void): Column<Entry>[] => [
  {
    key: 'action',
    head: t('audit.action', '事件'),
    card: 'title',
    cell: (e) => <Tag tone={actionTone(e.action)}>{actionName(e.action)}</Tag>,
  },
  {
    key: 'at',
    head: t('audit.at', '时间'),
    cell: (e) => (
      <time className="num" dateTime={e.at} title={instantOf(e.at)}>
        {ago(e.at)}
      </time>
    ),
  },
  { key: 'actor', head: t('audit.actor', '谁'), cell: (e) => e.actorName || <span className="muted">—</span> },
  { key: 'subject', head: t('audit.subject', '对象'), clip: true, cell: (e) => <Subject of={e.subject} /> },
  {
    key: 'address',
    head: t('audit.address', '来自'),
    card: 'hide',
    cell: (e) => <span className="num">{e.address}</span>,
  },
  {
    key: 'more',
    head: t('list.action', '操作'),
    right: true,
    cell: (e) => (
      <Button kind="quiet" onClick={() => open(e)}>
        {t('audit.details', '详情')}
      </Button>
    ),
  },
]

// Entries: sign-ins, refusals, exports and changes of rights, the newest first.
export function Entries() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const [entry, setEntry] = useState<Entry>()
  const filter = {
    actions: search.action ? [search.action] : undefined,
    actor: search.actor,
    subject: search.subject,
    from: startOf(search.from),
    to: startOf(search.to, 1),
  }
  const read = useRead(AuditEntriesDocument, { filter, first: pageSize, after: pages.after }, 'all')
  return (
    <>
      <EntryFilters />
      <Loaded read={read} pick={(d) => d.auditEntries} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('audit.entries', '登录与权限')}
                rows={list.edges.map((e) => e.node)}
                columns={columns(setEntry)}
                rowKey={(e) => e.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={filters.some((k) => search[k])}
              first={<EmptyState title={t('audit.none', '还没有记录')} />}
            />
          )
        }
      </Loaded>
      {entry ? <EntrySheet entry={entry} onClose={() => setEntry(undefined)} /> : null}
    </>
  )
}
