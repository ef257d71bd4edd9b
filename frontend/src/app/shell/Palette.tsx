import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { countOf, searchHint } from '~/search/found.ts'
import { remember } from '~/search/recent.ts'
import { useSearch } from '~/search/useSearch.ts'
import { idOf, listId, Options } from './Options.tsx'
import { useOptions } from './useOptions.tsx'

const most = 20

// Palette goes anywhere by typing: pages at once, records from the server.
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const [at, setAt] = useState(0)
  const [entered, setEntered] = useState(false) // before the answer was there
  const go = useNavigate()
  const found = useSearch(text, most, undefined, composing)

  useEffect(() => dialog.current?.showModal(), [])

  function type(value: string) {
    setText(value)
    setAt(0)
    setEntered(false)
  }
  function open(to: string, search = {}) {
    remember(found.text)
    onClose()
    void go({ to, search })
  }

  const groups = useOptions(text.trim(), found, open, type)
  const options = groups.flatMap((g) => g.options).filter((o) => o.choose)
  const index = Math.min(at, options.length - 1)
  const chosen = options[index]
  function move(by: number) {
    setAt((index + by + options.length) % Math.max(1, options.length))
    setEntered(false)
  }
  function onKeyDown(e: KeyboardEvent) {
    if (e.nativeEvent.isComposing) return
    if (e.key === 'ArrowDown') move(1)
    else if (e.key === 'ArrowUp') move(-1)
    else if (e.key !== 'Enter') return
    else if (chosen) chosen.choose?.()
    else setEntered(true)
    e.preventDefault()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer alone is waited for
  useEffect(() => {
    if (!entered || !found.fresh) return
    setEntered(false)
    chosen?.choose?.()
  }, [entered, found.fresh])

  const answered = found.text && found.fresh && !found.fault
  const count = options.length - (found.hits.length ? 1 : 0) // to show all of them is no find
  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.open', '搜索')} onClose={onClose}>
      <input
        role="combobox"
        aria-expanded={groups.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen && idOf(chosen)}
        aria-label={t('palette.open', '搜索')}
        placeholder={t('palette.hint', '搜索客户、单据、电话、页面…')}
        value={text}
        onChange={(e) => type(e.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      {found.looking ? <div className="refreshing" aria-hidden="true" /> : null}
      {found.fault ? (
        <p role="alert">
          {sentenceOf(found.fault)}{' '}
          <button type="button" onClick={found.again}>
            {t('action.retry', '重试')}
          </button>
        </p>
      ) : null}
      <p role="status" className={answered && !count ? undefined : 'hidden-visually'}>
        {answered ? countOf(count, found.text) : ''}
      </p>
      {groups.length ? <Options groups={groups} chosen={chosen} /> : null}
      {text.trim() ? null : <p className="muted">{searchHint()}</p>}
    </dialog>
  )
}
