import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { t } from '~/i18n/t.ts'

export interface Choice {
  id: string
  label: string
  note?: string
}

interface Props {
  inputId: string
  value: Choice | null
  onChange: (choice: Choice | null) => void
  search: (text: string) => Promise<Choice[]>
  invalid?: boolean
  describedBy?: string
  placeholder?: string
}

const pause = 200 // milliseconds after the last key before the server is asked

// AsyncPicker finds a record by typing: a combobox whose list comes from the server.
export function AsyncPicker({ inputId, value, onChange, search, invalid, describedBy, placeholder }: Props) {
  const [text, setText] = useState(value?.label ?? '')
  const [choices, setChoices] = useState<Choice[]>()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const listId = useId()

  // biome-ignore lint/correctness/useExhaustiveDependencies: `search` is a new closure at each render; the text decides
  useEffect(() => {
    if (!open) return
    let wanted = true
    const timer = setTimeout(async () => {
      const found = await search(text === value?.label ? '' : text.trim())
      if (!wanted) return
      setChoices(found)
      setAt(0)
    }, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [text, open])

  function choose(choice: Choice) {
    onChange(choice)
    setText(choice.label)
    setOpen(false)
  }

  function onKeyDown(e: KeyboardEvent) {
    if (e.nativeEvent.isComposing) return
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault()
      setOpen(true)
      const n = choices?.length ?? 0
      if (n) setAt((at + (e.key === 'ArrowDown' ? 1 : n - 1)) % n)
    } else if (e.key === 'Enter' && open) {
      e.preventDefault()
      const choice = choices?.[at]
      if (choice) choose(choice)
    } else if (e.key === 'Escape' && open) {
      e.preventDefault()
      e.stopPropagation()
      setOpen(false)
    }
  }

  return (
    <div className="picker">
      <input
        id={inputId}
        className="input"
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && choices?.[at] ? `${listId}-${at}` : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        placeholder={placeholder ?? t('picker.hint', '输入以查找')}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false)
          setText(value?.label ?? '')
        }}
        onChange={(e) => {
          setText(e.target.value)
          setOpen(true)
          if (!e.target.value) onChange(null)
        }}
        onKeyDown={onKeyDown}
      />
      {open && choices ? (
        <ul id={listId} role="listbox">
          {choices.map((choice, i) => (
            <li
              key={choice.id}
              id={`${listId}-${i}`}
              role="option"
              aria-selected={i === at}
              onPointerDown={(e) => e.preventDefault()}
              onClick={() => choose(choice)}
            >
              {choice.label}
              {choice.note ? <small>{choice.note}</small> : null}
            </li>
          ))}
          {choices.length === 0 ? <li aria-disabled="true">{t('picker.none', '没有找到')}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
