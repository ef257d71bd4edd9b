import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { RecordKind } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { ChoiceFilter, useFilter } from '~/records/Filters.tsx'
import { kindName } from '~/records/kinds.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorPanel } from '~/ui/ErrorPanel.tsx'
import { Skeleton } from '~/ui/Skeleton.tsx'
import { countOf, type Hit, matchesOf, noteOf, pathOf, searchHint, titleOf } from './found.ts'
import { Highlight } from './Highlight.tsx'
import { remember } from './recent.ts'
import { type Found, useSearch } from './useSearch.ts'
import './search.css'

const most = 50

const searched: RecordKind[] = [
  'ACCOUNT',
  'CONTACT',
  'LEAD',
  'OPPORTUNITY',
  'QUOTE',
  'CONTRACT',
  'ORDER',
  'SHIPMENT',
  'ACCEPTANCE',
  'INVOICE',
  'PAYMENT',
  'CREDIT_NOTE',
]

export function SearchPage() {
  const [search, set] = useFilter()
  const [text, setText] = useState(search.q ?? '')
  const [composing, setComposing] = useState(false)
  const found = useSearch(
    text,
    most,
    searched.find((k) => k === search.kind),
    composing,
  )
  const own = useRef(search.q ?? '') // what the page itself wrote into the address: nothing that was typed since is older
  const q = text.trim() ? found.of : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows what was asked for
  useEffect(() => {
    if (q === (search.q ?? '') || (text.trim() && !q)) return
    own.current = q
    set({ q: q || undefined })
  }, [q, !text.trim()])
  useEffect(() => {
    if ((search.q ?? '') === own.current) return
    own.current = search.q ?? ''
    setText(own.current)
  }, [search.q])
  return (
    <div className="page">
      <h1>{t('search.title', '搜索')}</h1>
      <div className="filters">
        <input
          type="search"
          className="input wide"
          data-filter
          aria-label={t('search.title', '搜索')}
          placeholder={t('search.field', '名称、编号、电话、邮箱')}
          value={text}
          onChange={(e) => setText(e.target.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
        />
        <ChoiceFilter
          name="kind"
          label={t('search.anyKind', '所有类型')}
          options={searched.map((k) => [k, kindName(k)])}
        />
      </div>
      <p role="status" className="hidden-visually">
        {found.text && found.fresh && !found.fault ? countOf(found.hits.length, found.text) : ''}
      </p>
      {found.looking && found.of ? <div className="refreshing" aria-hidden="true" /> : null}
      <Results found={found} />
    </div>
  )
}

function Results({ found }: { found: Found }) {
  if (found.fault)
    return (
      <ErrorPanel
        sentence={sentenceOf(found.fault)}
        code={found.fault.rule || found.fault.code}
        onRetry={found.again}
      />
    )
  if (!found.of && found.looking) return <Skeleton heights={[40, 40, 40, 40, 40]} />
  if (!found.of) return <EmptyState title={t('search.empty', '输入要找的内容')}>{searchHint()}</EmptyState>
  if (!found.hits.length)
    return (
      <EmptyState title={countOf(0, found.of)}>
        {t('search.nothingHint', '换个写法，或少用几个词；刚录入的记录要等片刻')}
      </EmptyState>
    )
  return (
    <>
      <ul className="hits">
        {found.hits.map((hit) => (
          <HitRow key={hit.recordId} hit={hit} text={found.of} />
        ))}
      </ul>
      {found.hits.length === most ? (
        <p className="muted">{t('search.more', '只列出最符合的 {most} 条，请再多输入几个字', { most })}</p>
      ) : null}
    </>
  )
}

function HitRow({ hit, text }: { hit: Hit; text: string }) {
  const title = <Highlight parts={titleOf(hit)} />
  const note = noteOf(hit)
  const to = pathOf(hit)
  return (
    <li>
      <span className="kind">{kindName(hit.kind)}</span>
      {to ? (
        <Link to={to} onClick={() => remember(text)}>
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      {matchesOf(hit).map((parts, i) => (
        <small key={i}>
          <Highlight parts={parts} />
        </small>
      ))}
      {note ? <small>{note}</small> : null}
    </li>
  )
}
