import { describe, expect, test } from 'vitest'
import { below, treeOf } from './tree.ts'

const part = (id: string, parent?: string) => ({ id, parent: parent ? { id: parent } : null })
const company = [part('sales'), part('east', 'sales'), part('west', 'sales'), part('suzhou', 'east'), part('legal')]

describe('departments as a tree', () => {
  test('each stands under its own, in the order that it came', () => {
    expect(treeOf(company)).toEqual([
      {
        part: part('sales'),
        below: [
          { part: part('east', 'sales'), below: [{ part: part('suzhou', 'east'), below: [] }] },
          { part: part('west', 'sales'), below: [] },
        ],
      },
      { part: part('legal'), below: [] },
    ])
  })
  test('one whose parent is hidden is not lost', () => {
    expect(treeOf([part('east', 'sales')])).toEqual([{ part: part('east', 'sales'), below: [] }])
  })
  test.each([
    ['sales', ['sales', 'east', 'west', 'suzhou']],
    ['east', ['east', 'suzhou']],
    ['legal', ['legal']],
  ])('%s and all below it', (id, want) => expect([...below(company, id)].sort()).toEqual(want.sort()))
})
