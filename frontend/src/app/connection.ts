import { useSyncExternalStore } from 'react'

// How the app stands with the server: live, waiting (2 s without), offline (10 s without).
export type Connection = 'live' | 'waiting' | 'offline'

let state: Connection = 'waiting'
let lost: ReturnType<typeof setTimeout>[] = []
let lastLive = Date.now()
const listeners = new Set<() => void>()

function become(next: Connection) {
  if (next === state) return
  state = next
  for (const told of listeners) told()
}

export function connected() {
  lost.forEach(clearTimeout)
  lost = []
  lastLive = Date.now()
  become('live')
}

// disconnected waits before it says so: a short gap is nobody's business.
export function disconnected() {
  if (lost.length) return
  lastLive = Date.now()
  lost = [setTimeout(() => become('waiting'), 2_000), setTimeout(() => become('offline'), 10_000)]
}

export const dataAsOf = () => lastLive

const subscribe = (told: () => void) => {
  listeners.add(told)
  return () => listeners.delete(told)
}
export const useConnection = () => useSyncExternalStore(subscribe, () => state)
