import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AssignLeadDocument } from '~/marketing/lead/AssignLead.tsx'
import { fakeServer } from '~/testing/fake-server.ts'
import { isMine } from './own.ts'
import { useVerb } from './useVerb.ts'

const input = { id: 'lea_1', expectedVersion: 1, ownerId: 'usr_1' }
const assigned = { assignLead: { __typename: 'Lead', id: 'lea_1', version: 2, stage: 'assigned' } }

describe('a verb and its key', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('a retry of the same wish bears the same key, the next wish another', async () => {
    let calls = 0
    const asked = fakeServer({
      AssignLead: () => {
        if (++calls === 1) throw { code: 'UNAVAILABLE', rule: '' }
        return assigned
      },
    })
    const { result } = renderHook(() => useVerb(AssignLeadDocument))
    const run = (change = {}) => act(() => result.current[0]({ input: { ...input, ...change } }))
    expect((await run()).fault?.code).toBe('UNAVAILABLE')
    expect((await run()).fault).toBeUndefined()
    await run()
    const [first, again, next] = asked.map((a) => a.key)
    expect(again).toBe(first)
    expect(next).not.toBe(first)
    expect(isMine(first ?? '')).toBe(true) // its echo in the log is known as our own
  })

  test('another input is another wish', async () => {
    const asked = fakeServer({
      AssignLead: () => {
        throw { code: 'UNAVAILABLE', rule: '' }
      },
    })
    const { result } = renderHook(() => useVerb(AssignLeadDocument))
    await act(() => result.current[0]({ input }))
    await act(() => result.current[0]({ input: { ...input, ownerId: 'usr_2' } }))
    expect(new Set(asked.map((a) => a.key)).size).toBe(2)
  })

  test('a server that cannot be reached is a refusal too', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const { result } = renderHook(() => useVerb(AssignLeadDocument))
    const answer = await act(() => result.current[0]({ input }))
    expect(answer.fault?.code).toBe('OFFLINE')
  })
})
