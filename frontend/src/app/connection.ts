import { useSyncExternalStore } from 'react'
import { onBusy } from '~/data/patience.ts'

// How the app stands with the server: live, waiting (2 s without), offline (10 s without), or live while the server is
// too busy for what was asked, which is asked again by itself.
export type Connection = 'live' | 'waiting' | 'offline' | 'busy'

let state: Exclude<Connection, 'busy'> = 'waiting'
let busy = false
let lost: ReturnType<typeof setTimeout>[] = []
let lastLive = Date.now()
const listeners = new Set<() => void>()

const tell = () => {
  for (const told of listeners) told()
}

function become(next: typeof state) {
  if (next === state) return
  state = next
  tell()
}

onBusy((now) => {
  busy = now
  tell()
})

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
const now = (): Connection => (busy && state !== 'offline' ? 'busy' : state)
export const useConnection = () => useSyncExternalStore(subscribe, now)
