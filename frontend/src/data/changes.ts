import type { RecordKind } from '~/gql/graphql.ts'

// What the pages must hear of: a change of someone else's (from the log) or the effects of one's own verb.
export interface Heard {
  kinds: ReadonlySet<RecordKind> | 'all'
}

const quiet = 300 // milliseconds without another change before pages ask again: a burst is one question
// Milliseconds that a stream of changes may put it off. The dearest page, asked that often, costs less than the server
// gives a person back.
const longest = 4000

let pending: Set<RecordKind> | 'all' | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let first = 0
const listeners = new Set<(heard: Heard) => void>()

export function onChanges(listener: (heard: Heard) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

// hear gathers what changed and tells the pages once, soon.
export function hear(kinds: RecordKind[] | 'all', wait = quiet) {
  if (!pending) first = Date.now()
  if (kinds === 'all' || pending === 'all') pending = 'all'
  else pending = new Set([...(pending ?? []), ...kinds])
  clearTimeout(timer)
  timer = setTimeout(tell, Math.min(wait, Math.max(0, first + longest - Date.now())))
}

function tell() {
  const kinds = pending
  pending = undefined
  if (kinds) for (const listener of listeners) listener({ kinds })
}
