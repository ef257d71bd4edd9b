import { useNavigate } from '@tanstack/react-router'
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { kindName } from '~/records/kinds.ts'
import { byKind, type Hit, pathOf, searchHint, titleOf } from '~/search/found.ts'
import { Highlight } from '~/search/Highlight.tsx'
import { Notes } from '~/search/Notes.tsx'
import { recent, remember } from '~/search/recent.ts'
import { useSearch } from '~/search/useSearch.ts'
import { useRights } from '../rights.ts'
import { placeGroups } from './places.ts'

const most = 20

// Option is something to choose: a place to go, or a text to look for.
interface Option {
  key: string
  label: ReactNode
  note?: ReactNode
  choose: () => void
}
interface Group {
  name: string
  options: Option[]
}

// Palette goes anywhere by typing: pages at once, records from the server.
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const [at, setAt] = useState(0)
  const go = useNavigate()
  const rights = useRights()
  const found = useSearch(text, most, undefined, composing)
  const typed = text.trim()

  useEffect(() => dialog.current?.showModal(), [])

  function open(to: string | undefined, search = {}) {
    if (!to) return
    remember(typed)
    onClose()
    void go({ to, search })
  }

  const pages = placeGroups(rights)
    .flatMap((g) => g.places)
    .filter((p) => p.label.toLowerCase().includes(typed.toLowerCase()))
    .map((p) => ({ key: p.to, label: p.label, choose: () => open(p.to) }))
  const asHit = (hit: Hit): Option => ({
    key: hit.recordId,
    label: <Highlight parts={titleOf(hit)} />,
    note: <Notes hit={hit} />,
    choose: () => open(pathOf(hit)),
  })
  const all = { key: 'all', label: t('palette.all', '查看全部结果'), choose: () => open('/search', { q: typed }) }
  const again = (word: string): Option => ({ key: `recent-${word}`, label: word, choose: () => setText(word) })
  const groups: Group[] = [
    { name: t('palette.recent', '最近搜索'), options: typed ? [] : recent().map(again) },
    ...byKind(found.hits).map(([kind, hits]) => ({ name: kindName(kind), options: hits.map(asHit) })),
    { name: t('palette.page', '页面'), options: pages },
    { name: '', options: found.hits.length ? [all] : [] },
  ].filter((g) => g.options.length)
  const options = groups.flatMap((g) => g.options)
  const chosen = Math.min(at, options.length - 1)
  function onKeyDown(e: KeyboardEvent) {
    if (e.nativeEvent.isComposing) return
    if (e.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, options.length))
    else if (e.key === 'ArrowUp') setAt((chosen + options.length - 1) % Math.max(1, options.length))
    else if (e.key === 'Enter') options[chosen]?.choose()
    else return
    e.preventDefault()
  }
  const nothing = typed && found.of === typed && !options.length && !found.fault
  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.open', '搜索')} onClose={onClose}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={options[chosen] ? `find-${chosen}` : undefined}
        aria-label={t('palette.open', '搜索')}
        placeholder={t('palette.hint', '搜索客户、商机、页面…')}
        value={text}
        onChange={(e) => {
          setText(e.target.value)
          setAt(0)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      {found.fault ? (
        <p role="alert">
          {sentenceOf(found.fault)}{' '}
          <button type="button" onClick={found.again}>
            {t('action.retry', '重试')}
          </button>
        </p>
      ) : null}
      {nothing ? <p role="status">{t('search.nothing', '没有找到“{text}”', { text: typed })}</p> : null}
      <Options groups={groups} chosen={chosen} />
      {typed ? null : <p className="muted">{searchHint()}</p>}
    </dialog>
  )
}

function Options({ groups, chosen }: { groups: Group[]; chosen: number }) {
  let n = -1
  useEffect(() => {
    document.getElementById(`find-${chosen}`)?.scrollIntoView?.({ block: 'nearest' }) // answers a promise in some browsers
  }, [chosen])
  return (
    <ul id="palette-list" role="listbox" aria-label={t('palette.results', '结果')}>
      {groups.map((group) => (
        <Fragment key={group.name}>
          {group.name ? (
            <li role="presentation" className="group">
              {group.name}
            </li>
          ) : null}
          {group.options.map((option) => {
            n++
            return (
              <li key={option.key} id={`find-${n}`} role="option" aria-selected={n === chosen} onClick={option.choose}>
                <span>{option.label}</span>
                {option.note}
              </li>
            )
          })}
        </Fragment>
      ))}
    </ul>
  )
}
