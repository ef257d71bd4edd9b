import { dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import './board.css'

export interface BoardColumn<Card> {
  key: string
  stage: string // colour of the column's edge
  name: string
  head: ReactNode
  cards: Card[]
}

interface Props<Card extends { id: string }> {
  label: string
  columns: BoardColumn<Card>[]
  card: (card: Card, column: string) => ReactNode
  onDrop: (id: string, column: string) => void
}

const cardHeight = 108 // pixels, fixed: a column of a thousand needs no measuring
const gap = 8

// Board: columns of cards; only the cards in sight exist.
export function Board<Card extends { id: string }>({ label, columns, card, onDrop }: Props<Card>) {
  const drop = useRef(onDrop)
  drop.current = onDrop
  useEffect(
    () =>
      monitorForElements({
        onDrop({ source, location }) {
          const column = location.current.dropTargets[0]?.data.column
          if (typeof column === 'string' && source.data.column !== column)
            drop.current(String(source.data.card), column)
        },
      }),
    [],
  )
  return (
    <section className="board" aria-label={label} tabIndex={0}>
      {columns.map((column) => (
        <Column key={column.key} column={column} card={card} />
      ))}
    </section>
  )
}

function Column<Card extends { id: string }>({
  column,
  card,
}: {
  column: BoardColumn<Card>
  card: Props<Card>['card']
}) {
  const root = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const rows = useVirtualizer({
    count: column.cards.length,
    getScrollElement: () => body.current,
    estimateSize: () => cardHeight + gap,
    getItemKey: (i) => column.cards[i]?.id ?? i,
    overscan: 4,
  })
  const key = column.key
  useEffect(() => {
    if (!root.current) return
    return dropTargetForElements({
      element: root.current,
      getData: () => ({ column: key }),
      canDrop: ({ source }) => source.data.column !== key,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [key])
  return (
    <section
      ref={root}
      className="board-column"
      data-stage={column.stage}
      data-over={over || undefined}
      data-column={key}
      aria-label={column.name}
    >
      <header>{column.head}</header>
      <div
        className="board-cards"
        ref={body}
        tabIndex={column.cards.length ? 0 : -1}
        role="list"
        aria-label={column.name}
      >
        <div style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const one = column.cards[row.index]
            return one ? (
              <div
                key={row.key}
                role="listitem"
                style={{ transform: `translateY(${row.start}px)`, height: cardHeight }}
              >
                {card(one, key)}
              </div>
            ) : null
          })}
        </div>
      </div>
    </section>
  )
}
