import { type ReactNode, useEffect } from 'react'
import { t } from '~/i18n/t.ts'

// Option is something to choose: a place to go, or a text to look for. What another text found cannot be chosen.
export interface Option {
  key: string
  label: ReactNode
  note?: ReactNode
  choose?: () => void
}
export interface OptionGroup {
  name: string
  options: Option[]
}

export const listId = 'palette-list'
export const idOf = (option: Option) => `find-${option.key}`

// Options are the list under the palette's field, which keeps the focus.
export function Options({ groups, chosen }: { groups: OptionGroup[]; chosen: Option | undefined }) {
  const id = chosen && idOf(chosen)
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' }) // answers a promise in some browsers
  }, [id])
  return (
    <div id={listId} role="listbox" aria-label={t('palette.results', '结果')} onMouseDown={(e) => e.preventDefault()}>
      {groups.map((group, i) => (
        <ul
          key={group.name}
          role={group.name ? 'group' : 'none'}
          aria-labelledby={group.name ? `${listId}-${i}` : undefined}
        >
          {group.name ? (
            <li role="presentation" className="group" id={`${listId}-${i}`}>
              {group.name}
            </li>
          ) : null}
          {group.options.map((option) => (
            <li
              key={option.key}
              id={idOf(option)}
              role="option"
              aria-selected={idOf(option) === id}
              aria-disabled={!option.choose || undefined}
              onClick={option.choose}
            >
              <span>{option.label}</span>
              {option.note}
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}
