import { describe, expect, test } from 'vitest'
import type { RecordKind, RowScope, ViewerQuery } from '~/gql/graphql.ts'
import { rightsOf } from './rights.ts'

const session = (kinds: RecordKind[], grants: [RecordKind, RowScope][]) =>
  ({
    viewer: { roles: [{ grants: grants.map(([kind, scope]) => ({ kind, scope })) }] },
    myRights: { administrator: false, auditor: false, verbs: ['captureLead'], kinds, seenAs: null },
  }) as unknown as ViewerQuery

describe('what the reader may', () => {
  test('nobody may anything', () => {
    const rights = rightsOf(null)
    expect([rights.may('captureLead'), rights.sees('LEAD'), rights.works('LEAD')]).toEqual([false, false, false])
  })
  test('a verb that is listed, and no other', () => {
    const { may } = rightsOf(session([], []))
    expect([may('captureLead'), may('updateLead')]).toEqual([true, false])
  })
  test.each([
    ['a role gives it', ['LEAD'], [['LEAD', 'OWN']], true],
    ['it comes only by an account or a collaboration', ['LEAD', 'ORDER'], [['ORDER', 'ALL']], false],
    [
      'the role says none',
      ['LEAD', 'ORDER'],
      [
        ['ORDER', 'ALL'],
        ['LEAD', 'NONE'],
      ],
      false,
    ],
    ['an administrator’s role lists no kinds', ['LEAD'], [], true],
    ['it is not seen at all', [], [['LEAD', 'OWN']], false],
  ] as [string, RecordKind[], [RecordKind, RowScope][], boolean][])('works with leads: %s', (_, kinds, grants, want) =>
    expect(rightsOf(session(kinds, grants)).works('LEAD')).toBe(want),
  )
})
