import type { OpportunityCardFragment, StageCategory } from '~/gql/graphql.ts'

interface Column {
  stage: { key: string }
}

// placed puts each card where it stands now: a card that moved since the board was read (by an event, or by a drag
// that the server has not answered yet) is in its new column, and the columns' counts follow.
export function placed<C extends Column>(
  columns: readonly C[],
  cards: OpportunityCardFragment[],
  moving: Record<string, string>,
) {
  const readIn = new Map<string, string>()
  for (const column of columns)
    for (const card of (column as { cards?: readonly { id: string }[] }).cards ?? [])
      readIn.set(card.id, column.stage.key)
  const standsIn = (card: OpportunityCardFragment) => moving[card.id] ?? card.stage
  return columns.map((column) => {
    const key = column.stage.key
    const here = cards.filter((c) => standsIn(c) === key)
    const came = here.filter((c) => readIn.get(c.id) !== key).length
    const left = cards.filter((c) => readIn.get(c.id) === key && standsIn(c) !== key).length
    here.sort((a, b) => a.stageEnteredAt.localeCompare(b.stageEnteredAt))
    return { column, cards: here, moved: came - left }
  })
}

const openColours = ['lead', 'opportunity', 'deliver', 'quote', 'order', 'contract']

// stageColour: open stages walk along the chain's colours, won is cash, the rest is grey.
export function stageColour(category: StageCategory, place: number): string {
  if (category === 'WON') return 'cash'
  if (category === 'OPEN') return openColours[place % openColours.length] ?? 'opportunity'
  return 'lead'
}
