import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Heard } from '~/data/changes.ts'
import { FakeSocket } from '~/testing/fake-socket.ts'

vi.stubGlobal('WebSocket', FakeSocket)
const { follow } = await import('./live.ts')
const { onChanges } = await import('~/data/changes.ts')

const change = (cursor: string, subjectKind = 'LEAD') => ({
  data: {
    changed: {
      __typename: 'Change',
      cursor,
      kind: 'MOVED',
      subjectKind,
      subjectId: 'lea_1',
      clientMutationId: '',
      subject: null,
    },
  },
})
const socket = async (nth: number) => {
  await vi.waitFor(() => expect(FakeSocket.all[nth]?.subscriptions.length).toBeGreaterThan(0), { timeout: 4000 })
  return FakeSocket.all[nth] as FakeSocket
}

describe('the live connection', () => {
  let stop: () => void
  let heard: Heard['kinds'][]
  let unhear: () => void
  beforeEach(() => {
    FakeSocket.all = []
    heard = []
    unhear = onChanges((h) => heard.push(h.kinds))
    stop = follow()
  })
  afterEach(async () => {
    stop()
    unhear()
    await vi.waitFor(() => expect(FakeSocket.all.every((s) => s.readyState === FakeSocket.CLOSED)).toBe(true))
  })

  test('begins with what happens from now on', async () => {
    expect((await socket(0)).subscriptions[0]?.variables.after).toBeUndefined()
  })

  test('tells the pages which kinds of records changed, once for a burst', async () => {
    const first = await socket(0)
    first.next(change('c1'))
    first.next(change('c2', 'ORDER'))
    await vi.waitFor(() => expect(heard).toEqual([new Set(['LEAD', 'ORDER'])]), { timeout: 4000 })
  })

  test('resumes behind the last event that it saw', async () => {
    const first = await socket(0)
    first.next(change('c1'))
    first.next(change('c2'))
    await vi.waitFor(() => expect(heard.length).toBe(1), { timeout: 4000 })
    first.lose()
    expect((await socket(1)).subscriptions[0]?.variables.after).toBe('c2')
  })

  test('asks for everything again when its place in the log has expired', async () => {
    const first = await socket(0)
    first.next(change('c1'))
    await vi.waitFor(() => expect(heard.length).toBe(1), { timeout: 4000 })
    first.next({ data: null, errors: [{ message: 'expired', extensions: { code: 'CURSOR_EXPIRED' } }] })
    await vi.waitFor(() => expect(heard).toContain('all'), { timeout: 4000 })
    await vi.waitFor(
      () => expect(FakeSocket.all.flatMap((s) => s.subscriptions).at(-1)?.variables.after).toBeUndefined(),
      { timeout: 4000 },
    )
  })
})
