import { describe, expect, test } from 'vitest'
import type { RecordKind } from '~/gql/graphql.ts'
import type { MyRights } from '../rights.ts'
import { closedPlace, placeGroups } from './places.ts'

const rights = (kinds: RecordKind[], verbs: string[] = [], auditor = false): MyRights => ({
  administrator: false,
  auditor,
  may: (verb) => verbs.includes(verb),
  sees: (kind) => kinds.includes(kind),
  works: (kind) => kinds.includes(kind),
})
const paths = (r: MyRights) => placeGroups(r).flatMap((g) => g.places.map((p) => p.to))

describe('the places that rights open', () => {
  test.each([
    ['nobody sees but the first page', rights([]), ['/']],
    [
      'a delivery engineer has no payments',
      rights(['ORDER', 'CONTRACT', 'ACCOUNT', 'PRODUCT']),
      ['/', '/accounts', '/products', '/contracts', '/orders'],
    ],
    ['an auditor reads the audit and runs nothing', rights([], [], true), ['/', '/admin/audit']],
    ['who may invite has the users', rights([], ['inviteUser']), ['/', '/admin/users']],
  ])('%s', (_, r, want) => expect(paths(r)).toEqual(want))

  test('a group without a place is left out', () => {
    expect(placeGroups(rights(['LEAD'])).map((g) => g.name)).toEqual([undefined, '获客'])
  })
  test('a list in which there may be a single record is not offered, and opens', () => {
    const letIn: MyRights = { ...rights([]), sees: () => true }
    expect(paths(letIn)).toEqual(['/'])
    expect(closedPlace('/quotes', letIn)).toBeUndefined()
  })
  test('an address that is typed in is closed all the same', () => {
    expect(closedPlace('/payments', rights(['ORDER']))?.label).toBe('回款认领')
    expect(closedPlace('/orders', rights(['ORDER']))).toBeUndefined()
    expect(closedPlace('/me', rights([]))).toBeUndefined()
  })
})
