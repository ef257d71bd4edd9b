import { useSyncExternalStore } from 'react'

// A server of another release does not know what this page asks. The page stays as it is, with all that was typed,
// until its reader loads it anew.
let outdated = false
const listeners = new Set<() => void>()

export function becameOutdated() {
  if (outdated) return
  outdated = true
  for (const told of listeners) told()
}

const subscribe = (told: () => void) => {
  listeners.add(told)
  return () => listeners.delete(told)
}
export const useOutdated = () => useSyncExternalStore(subscribe, () => outdated)
