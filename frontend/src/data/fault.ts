import type { CombinedError } from '@urql/core'

// Fault is how the server says no (domain.md, Every record); OFFLINE is ours: it was not reached at all.
export interface Fault {
  code: string
  rule: string
  params: Record<string, unknown>
  fields: { path: string; rule: string }[]
  help: Record<string, unknown>
  message: string // English, for developers
}

const fault = (code: string, message: string): Fault => ({ code, rule: '', params: {}, fields: [], help: {}, message })

// faultOf reads the first refusal of an answer; the rest follows from it.
export function faultOf(error: CombinedError | undefined): Fault | undefined {
  if (!error) return undefined
  const first = error.graphQLErrors[0]
  if (first) return { ...fault('INTERNAL', first.message), ...(first.extensions as Partial<Fault>) }
  const status = (error.response as Response | undefined)?.status
  if (status === 401) return fault('UNAUTHENTICATED', error.message)
  if (status === 429) return fault('THROTTLED', error.message)
  if (status && status >= 500) return fault('UNAVAILABLE', error.message)
  return fault('OFFLINE', error.message)
}
