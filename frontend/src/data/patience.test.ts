import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { onBusy, onGivenUp, waitingOut } from './patience.ts'

const answer = (status: number, retryAfter?: string) =>
  new Response('{}', { status, headers: retryAfter ? { 'Retry-After': retryAfter } : {} })

describe('a busy server is asked again', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([429, 503])('after the time that %i names, with the same key', async (status) => {
    const send = vi.fn<typeof fetch>()
    send.mockResolvedValueOnce(answer(status, '2')).mockResolvedValueOnce(answer(200))
    const told: boolean[] = []
    const stop = onBusy((busy) => told.push(busy))
    const init = { headers: { 'Idempotency-Key': 'k1' } }
    const got = waitingOut(send)('/graphql', init)
    await vi.advanceTimersByTimeAsync(1900)
    expect(send).toHaveBeenCalledTimes(1)
    expect(told).toEqual([true])
    await vi.advanceTimersByTimeAsync(700)
    expect((await got).status).toBe(200)
    expect(send.mock.calls[1]?.[1]).toBe(init)
    expect(told).toEqual([true, false])
    stop()
  })

  test('but not where it does not ask to come back', async () => {
    const send = vi.fn<typeof fetch>().mockResolvedValue(answer(503))
    expect((await waitingOut(send)('/graphql')).status).toBe(503)
    expect(send).toHaveBeenCalledTimes(1)
  })

  test('and at last it is told that it was in vain: of a question, not of a verb', async () => {
    const send = vi.fn<typeof fetch>().mockImplementation(async () => answer(429, '5'))
    const told: number[] = []
    const stop = onGivenUp((status) => told.push(status))
    const question = waitingOut(send)('/graphql')
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await question).status).toBe(429)
    expect(told).toEqual([429])
    const verb = waitingOut(send)('/graphql', { headers: { 'Idempotency-Key': 'k1' } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await verb).status).toBe(429)
    expect(told).toEqual([429])
    stop()
  })

  test('who leaves the page waits no longer', async () => {
    const send = vi.fn<typeof fetch>().mockResolvedValue(answer(429, '5'))
    const leave = new AbortController()
    const got = waitingOut(send)('/graphql', { signal: leave.signal }).catch((e: Error) => e.name)
    await vi.advanceTimersByTimeAsync(100)
    leave.abort()
    expect(await got).toBe('AbortError')
    expect(send).toHaveBeenCalledTimes(1)
  })
})
