import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'

type Search = Record<string, string | undefined>
const pause = 250 // milliseconds after the last key

// useFilter binds a page's filters to its address: what you see can be sent to a colleague.
export function useFilter() {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const set = (change: Search) =>
    void navigate({ to: '.', search: ((old: Search) => ({ ...old, ...change })) as never, replace: true })
  return [search, set] as const
}

export function TextFilter({ label }: { label: string }) {
  const [search, set] = useFilter()
  const [text, setText] = useState(search.text ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed counts
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== (search.text ?? '')) set({ text: text || undefined })
    }, pause)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <input
      type="search"
      className="input"
      data-filter
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(e) => setText(e.target.value)}
    />
  )
}

export function ChoiceFilter({ name, label, options }: { name: string; label: string; options: [string, string][] }) {
  const [search, set] = useFilter()
  return (
    <select
      className="input"
      aria-label={label}
      value={search[name] ?? ''}
      onChange={(e) => set({ [name]: e.target.value || undefined })}
    >
      <option value="">{label}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}

// NothingFound offers to clear the filters when they are the reason.
export function NothingFound({ filtered, first }: { filtered: boolean; first: ReactNode }) {
  const navigate = useNavigate()
  if (!filtered) return <>{first}</>
  return (
    <div className="state">
      <h2>{t('list.filteredEmpty', '没有符合条件的记录')}</h2>
      <Button onClick={() => void navigate({ to: '.', search: {} as never })}>{t('list.clear', '清除筛选')}</Button>
    </div>
  )
}
