import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { ChoiceFilter, useFilter } from '~/records/Filters.tsx'
import { actions } from './words.ts'

const ActorsDocument = graphql(`
  query Actors { users(first: 200) { edges { node { id name } } } }
`)

// The day of a filter begins and ends where its reader is.
export const startOf = (day: string | undefined, plusDays = 0) => {
  if (!day) return undefined
  const d = new Date(`${day}T00:00:00`)
  d.setDate(d.getDate() + plusDays)
  return d.toISOString()
}

export const filters = ['action', 'actor', 'subject', 'from', 'to'] as const

const pause = 400 // milliseconds after the last key

export function EntryFilters() {
  return (
    <div className="filters">
      <ChoiceFilter name="action" label={t('audit.anyAction', '所有事件')} options={actions()} />
      <WhoWhatWhen />
    </div>
  )
}

// WhoWhatWhen are the filters that both records of the audit have.
export function WhoWhatWhen() {
  const [{ data }] = useQuery({ query: ActorsDocument, requestPolicy: 'cache-first' })
  const people = data?.users.edges.map(({ node }): [string, string] => [node.id, node.name]) ?? []
  return (
    <>
      <ChoiceFilter name="actor" label={t('audit.anyActor', '所有人')} options={people} />
      <SubjectFilter />
      <DayFilter name="from" label={t('audit.from', '从')} />
      <DayFilter name="to" label={t('audit.to', '到')} />
    </>
  )
}

function SubjectFilter() {
  const [search, set] = useFilter()
  const [text, setText] = useState(search.subject ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed counts
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== (search.subject ?? '')) set({ subject: text || undefined })
    }, pause)
    return () => clearTimeout(timer)
  }, [text])
  const label = t('audit.subjectFilter', '对象编号、操作或邮箱')
  return (
    <input
      type="search"
      className="input"
      data-filter
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(e) => setText(e.target.value.trim())}
    />
  )
}

function DayFilter({ name, label }: { name: 'from' | 'to'; label: string }) {
  const [search, set] = useFilter()
  return (
    <label className="row small muted">
      {label}
      <input
        type="date"
        className="input auto"
        value={search[name] ?? ''}
        onChange={(e) => set({ [name]: e.target.value || undefined })}
      />
    </label>
  )
}
