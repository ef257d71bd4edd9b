import { describe, expect, test } from 'vitest'
import type { OpportunityCardFragment } from '~/gql/graphql.ts'
import { placed } from './placed.ts'

const card = (id: string, stage: string, stageEnteredAt = '2026-11-01') =>
  ({ id, stage, stageEnteredAt }) as OpportunityCardFragment
const columns = (read: Record<string, string[]>) =>
  Object.entries(read).map(([key, ids]) => ({ stage: { key }, cards: ids.map((id) => ({ id })) }))
const seen = (result: ReturnType<typeof placed>) => result.map((c) => [c.cards.map((x) => x.id).join(), c.moved])

describe('where a card stands', () => {
  const read = columns({ discovery: ['a', 'b'], solution: ['c'] })
  test('as it was read', () => {
    expect(seen(placed(read, [card('a', 'discovery'), card('b', 'discovery'), card('c', 'solution')], {}))).toEqual([
      ['a,b', 0],
      ['c', 0],
    ])
  })
  test('where an event moved it, and the counts follow', () => {
    expect(
      seen(placed(read, [card('a', 'solution', '2026-11-02'), card('b', 'discovery'), card('c', 'solution')], {})),
    ).toEqual([
      ['b', -1],
      ['c,a', 1],
    ])
  })
  test('where my drag put it, before the server has answered', () => {
    expect(
      seen(placed(read, [card('a', 'discovery'), card('b', 'discovery'), card('c', 'solution')], { b: 'solution' })),
    ).toEqual([
      ['a', -1],
      ['b,c', 1],
    ])
  })
  test('longest waiting first', () => {
    expect(
      seen(
        placed(
          read,
          [card('a', 'discovery', '2026-11-05'), card('b', 'discovery', '2026-11-01'), card('c', 'solution')],
          {},
        ),
      )[0],
    ).toEqual(['b,a', 0])
  })
})
