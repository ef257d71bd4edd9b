import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { PlaceGroup } from './places.ts'

// typing tells whether a key belongs to a field, an open sheet or an input method.
export function typing(e: KeyboardEvent): boolean {
  const at = e.target instanceof HTMLElement ? e.target : undefined
  return e.isComposing || !!at?.closest('input, textarea, select, [contenteditable], dialog')
}

interface Shortcuts {
  places: PlaceGroup[]
  onPalette: () => void
  onHelp: () => void
}

const patience = 1200 // milliseconds between g and the letter of a place

// useShortcuts: Ctrl K finds, ? helps, g and a letter goes, / filters, n makes new.
export function useShortcuts({ places, onPalette, onHelp }: Shortcuts) {
  const go = useNavigate()
  const wanted = useRef(0)
  const act = useRef({ places, onPalette, onHelp })
  act.current = { places, onPalette, onHelp }

  useEffect(() => {
    function onKey(e: KeyboardEvent) {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') {
        e.preventDefault()
        return act.current.onPalette()
      }
      if (e.ctrlKey || e.metaKey || e.altKey || typing(e)) return
      if (Date.now() - wanted.current < patience) {
        wanted.current = 0
        const place = act.current.places.flatMap((g) => g.places).find((p) => p.key === e.key)
        if (place) void go({ to: place.to })
      } else if (e.key === 'g') wanted.current = Date.now()
      else if (e.key === '?') act.current.onHelp()
      else if (e.key === '/') focusOn('[data-filter]', e)
      else if (e.key === 'n') document.querySelector<HTMLElement>('[data-new]')?.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [go])
}

function focusOn(selector: string, e: KeyboardEvent) {
  const target = document.querySelector<HTMLElement>(selector)
  if (!target) return
  e.preventDefault()
  target.focus()
}
