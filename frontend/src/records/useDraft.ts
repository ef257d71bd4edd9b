import { useEffect } from 'react'
import type { Raw } from './form.ts'

const every = 2000 // milliseconds
const place = (name: string) => `ltc.draft.${name}`

// useDraft keeps an unfinished form on this device, so that a crash or a closed tab loses nothing.
export function useDraft(name: string | undefined, read: () => Raw) {
  useEffect(() => {
    if (!name) return
    const before = JSON.stringify(read())
    const keep = () => {
      const now = JSON.stringify(read())
      if (now !== before) localStorage.setItem(place(name), now)
    }
    const timer = setInterval(keep, every)
    document.addEventListener('visibilitychange', keep)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', keep)
    }
  }, [name, read])
}

export function recall(name: string | undefined): Raw {
  try {
    return name ? JSON.parse(localStorage.getItem(place(name)) ?? '{}') : {}
  } catch {
    return {}
  }
}

export function forget(name: string | undefined) {
  if (name) localStorage.removeItem(place(name))
}
