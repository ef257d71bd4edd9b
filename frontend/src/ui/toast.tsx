import { useEffect, useSyncExternalStore } from 'react'
import { t } from '~/i18n/t.ts'

interface Toast {
  id: number
  text: string
  tone?: 'bad'
  undo?: () => void
}

const shownFor = 8000 // milliseconds, also how long an undo is offered
let toasts: Toast[] = []
let next = 0
const listeners = new Set<() => void>()

function set(to: Toast[]) {
  toasts = to
  for (const told of listeners) told()
}

// toast shows a sentence for eight seconds, with a way back where there is one.
export function toast(text: string, more: { tone?: 'bad'; undo?: () => void } = {}) {
  const id = ++next
  set([...toasts.slice(-2), { id, text, ...more }])
  setTimeout(() => dismiss(id), shownFor)
}

const dismiss = (id: number) => set(toasts.filter((one) => one.id !== id))

function undoNewest(): boolean {
  const newest = toasts.findLast((one) => one.undo)
  if (!newest) return false
  dismiss(newest.id)
  newest.undo?.()
  return true
}

const subscribe = (told: () => void) => {
  listeners.add(told)
  return () => listeners.delete(told)
}

export function Toasts() {
  const all = useSyncExternalStore(subscribe, () => toasts)
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const typing = e.target instanceof HTMLElement && e.target.closest('input, textarea, select')
      if ((e.ctrlKey || e.metaKey) && e.key === 'z' && !typing && undoNewest()) e.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className="toasts" role="status" aria-live="polite">
      {all.map((one) => (
        <div key={one.id} className="toast" data-tone={one.tone}>
          {one.text}
          {one.undo ? (
            <button
              type="button"
              onClick={() => {
                dismiss(one.id)
                one.undo?.()
              }}
            >
              {t('toast.undo', '撤销')}
            </button>
          ) : (
            <button type="button" onClick={() => dismiss(one.id)}>
              {t('toast.close', '知道了')}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
