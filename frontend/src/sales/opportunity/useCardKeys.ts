import { useEffect, useRef } from 'react'
import { typing } from '~/app/shell/useShortcuts.ts'

const cardAt = (e: Element | null) => e?.closest<HTMLElement>('[data-card]')

// neighbour finds the card above, below, or at about the same height in the next column.
function neighbour(card: HTMLElement, key: string): HTMLElement | undefined {
  const column = card.closest('[data-column]')
  const cards = [...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? [])].sort((a, b) => top(a) - top(b))
  const at = cards.indexOf(card)
  if (key === 'ArrowDown' || key === 'j') return cards[at + 1]
  if (key === 'ArrowUp' || key === 'k') return cards[at - 1]
  const columns = [...document.querySelectorAll('[data-column]')]
  const next = columns[columns.indexOf(column as Element) + (key === 'ArrowRight' ? 1 : -1)]
  const there = [...(next?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
  return there.sort((a, b) => Math.abs(top(a) - top(card)) - Math.abs(top(b) - top(card)))[0]
}

const top = (e: HTMLElement) => e.getBoundingClientRect().top
const walking = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'j', 'k']

// useCardKeys: arrows walk from card to card, m moves the card that has the focus.
export function useCardKeys(onMove: (id: string) => void) {
  const act = useRef(onMove)
  act.current = onMove
  useEffect(() => {
    function onKey(e: KeyboardEvent) {
      if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return
      const card = cardAt(document.activeElement)
      if (!card) return
      if (e.key === 'm') {
        e.preventDefault()
        act.current(card.dataset.card ?? '')
      } else if (walking.includes(e.key)) {
        const next = neighbour(card, e.key)?.querySelector<HTMLElement>('a')
        if (!next) return
        e.preventDefault()
        next.focus()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
