import { describe, expect, test } from 'vitest'
import type { KindRights, RoleRecord } from './document.ts'
import { draftOf, rightsInput } from './draft.ts'

const catalogue: KindRights[] = [
  { kind: 'QUOTE', granted: true, verbs: ['createQuote', 'sendQuote'], fields: ['contact'], columns: ['currency'] },
  { kind: 'QUOTE_LINE', granted: false, verbs: [], fields: ['unitPrice', 'discount'], columns: [] },
]
const role = {
  __typename: 'Role',
  id: 'rol_1',
  version: 3,
  key: 'sales',
  name: { zh: '销售', en: 'Sales' },
  description: { zh: '', en: '' },
  builtin: true,
  administrator: false,
  manages: false,
  auditor: false,
  userCount: 2,
  grants: [
    {
      kind: 'QUOTE',
      scope: 'FILTER',
      where: [{ field: 'currency', values: ['CNY', 'USD'] }],
      verbs: [
        { verb: 'createQuote', limit: null },
        { verb: 'sendQuote', limit: { amount: '100000.00', currency: 'CNY' } },
      ],
    },
  ],
  fields: [
    { kind: 'QUOTE_LINE', field: 'unitPrice', sight: 'NONE', writable: false },
    { kind: 'QUOTE_LINE', field: 'discount', sight: null, writable: false },
  ],
} as RoleRecord

describe('a role in the form', () => {
  test('goes back as it came', () => {
    expect(rightsInput(draftOf(role), catalogue, 'CNY')).toEqual({
      administrator: false,
      manages: false,
      auditor: false,
      grants: [
        {
          kind: 'QUOTE',
          scope: 'FILTER',
          where: [{ field: 'currency', values: ['CNY', 'USD'] }],
          verbs: [
            { verb: 'createQuote', limit: undefined },
            { verb: 'sendQuote', limit: { amount: '100000.00', currency: 'CNY' } },
          ],
        },
      ],
      fields: [
        { kind: 'QUOTE_LINE', field: 'unitPrice', sight: 'NONE', writable: false },
        { kind: 'QUOTE_LINE', field: 'discount', sight: undefined, writable: false },
      ],
    })
  })
  test('says nothing of a kind of which nothing is seen', () => {
    const draft = draftOf(role)
    if (draft.kinds.QUOTE) draft.kinds.QUOTE.scope = 'NONE'
    expect(rightsInput(draft, catalogue, 'CNY').grants).toEqual([])
  })
  test('keeps conditions only where they count, and reads both commas', () => {
    const draft = draftOf(role)
    const quote = draft.kinds.QUOTE
    if (quote) quote.where = [{ field: 'currency', values: 'CNY， EUR,' }]
    expect(rightsInput(draft, catalogue, 'CNY').grants?.[0]?.where).toEqual([
      { field: 'currency', values: ['CNY', 'EUR'] },
    ])
    if (quote) quote.scope = 'ALL'
    expect(rightsInput(draft, catalogue, 'CNY').grants?.[0]?.where).toBeUndefined()
  })
  test('a new role grants nothing', () => {
    expect(rightsInput(draftOf(undefined), catalogue, 'CNY')).toEqual({
      administrator: false,
      manages: false,
      auditor: false,
      grants: [],
      fields: [],
    })
  })
})
