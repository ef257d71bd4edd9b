import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { t } from '~/i18n/t.ts'
import { searchAccounts, searchOpportunities } from '~/records/search.ts'
import { useRights } from '../rights.ts'
import { placeGroups } from './places.ts'

interface Find {
  key: string
  label: string
  note: string
  to: string
}

async function records(text: string): Promise<Find[]> {
  if (!text) return []
  const [opportunities, accounts] = await Promise.all([searchOpportunities(text), searchAccounts(text)])
  return [
    ...opportunities.map((o) => ({
      key: o.id,
      label: o.label,
      note: t('kind.opportunity', '商机'),
      to: `/opportunities/${o.id}`,
    })),
    ...accounts
      .slice(0, 8)
      .map((a) => ({ key: a.id, label: a.label, note: t('kind.account', '客户'), to: `/accounts/${a.id}` })),
  ]
}

// Palette goes anywhere by typing: pages at once, records from the server.
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [found, setFound] = useState<Find[]>([])
  const [at, setAt] = useState(0)
  const go = useNavigate()
  const rights = useRights()

  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(async () => {
      const next = await records(text.trim())
      if (wanted) setFound(next)
    }, 180)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [text])

  const pages = placeGroups(rights)
    .flatMap((g) => g.places)
    .filter((p) => p.label.toLowerCase().includes(text.trim().toLowerCase()))
    .map((p) => ({ key: p.to, label: p.label, note: t('palette.page', '页面'), to: p.to }))
  const all = [...pages, ...found]

  function open(find: Find | undefined) {
    if (!find) return
    onClose()
    void go({ to: find.to })
  }

  function onKeyDown(e: KeyboardEvent) {
    if (e.nativeEvent.isComposing) return
    if (e.key === 'ArrowDown') setAt((at + 1) % Math.max(1, all.length))
    else if (e.key === 'ArrowUp') setAt((at + all.length - 1) % Math.max(1, all.length))
    else if (e.key === 'Enter') open(all[at])
    else return
    e.preventDefault()
  }

  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.open', '搜索')} onClose={onClose}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={all[at] ? `find-${at}` : undefined}
        aria-label={t('palette.open', '搜索')}
        placeholder={t('palette.hint', '搜索客户、商机、页面…')}
        value={text}
        onChange={(e) => {
          setText(e.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.results', '结果')}>
        {all.map((find, i) => (
          <li key={find.key} id={`find-${i}`} role="option" aria-selected={i === at} onClick={() => open(find)}>
            {find.label}
            <small>{find.note}</small>
          </li>
        ))}
      </ul>
    </dialog>
  )
}
