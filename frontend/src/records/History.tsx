import { Fragment } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { HistoryQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Avatar } from '~/ui/Avatar.tsx'
import { comma, nameOf } from '~/ui/name.ts'
import { ago, instantOf, span } from '~/ui/time.ts'
import { fieldName } from './fields.ts'
import { kindName } from './kinds.ts'
import { Loaded } from './Loaded.tsx'

const HistoryDocument = graphql(`
  query History($filter: ChangeFilter!, $before: Cursor) {
    changes(filter: $filter, before: $before, first: 40) {
      edges {
        node {
          cursor kind subjectKind subjectId toName { zh en } toStage fromStage
          fields { name old new } actorName actorKind at businessSeconds reason comment
        }
      }
    }
  }
`)

type Row = HistoryQuery['changes']['edges'][number]['node']

const actor = (c: Row) => (c.actorKind === 'SYSTEM' ? t('actor.system', '系统') : c.actorName)

function sentence(c: Row): string {
  const kind = kindName(c.subjectKind)
  const stage = c.toName ? nameOf(c.toName) : c.toStage
  switch (c.kind) {
    case 'OPENED':
      return t('history.opened', '新建{kind}', { kind })
    case 'MOVED':
      return t('history.moved', '{kind}进入“{stage}”', { kind, stage })
    case 'EDITED': {
      const names = [...new Set(c.fields.flatMap((f) => fieldName(f.name) ?? []))]
      if (!names.length) return t('history.touched', '更新{kind}', { kind })
      return t('history.edited', '修改{kind}：{fields}', { kind, fields: names.join(comma()) })
    }
    case 'REMOVED':
      return t('history.removed', '删除{kind}', { kind })
  }
}

// History: what happened, newest first, from the log: of one record, one journey, or one account.
export function History({ filter }: { filter: { subject?: string; journey?: string; account?: string } }) {
  const read = useRead(HistoryDocument, { filter })
  return (
    <Loaded read={read} pick={(d) => d.changes.edges} heights={[40, 40, 40]}>
      {(rows) =>
        rows.length === 0 ? (
          <p className="small muted">{t('history.none', '还没有动态。')}</p>
        ) : (
          <ol className="timeline">
            {rows.map(({ node: c }) => (
              <li key={c.cursor}>
                <Avatar name={actor(c)} />
                <b>{actor(c)}</b> {sentence(c)}
                {[c.reason, c.comment].filter(Boolean).map((said) => (
                  <Fragment key={said}> · “{said}”</Fragment>
                ))}
                <time dateTime={c.at} title={instantOf(c.at)}>
                  {ago(c.at)}
                  {c.kind === 'MOVED' && c.businessSeconds > 60
                    ? ` · ${t('history.stayed', '上一阶段停留 {span}', { span: span(c.businessSeconds) })}`
                    : ''}
                </time>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  )
}
