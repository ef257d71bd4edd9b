import type { Fault } from '~/data/fault.ts'

// What is asked before anybody is signed in: plain posts beside the API. They answer JSON, or a fault as the API does.
export type Reply<T> = { data: T; fault?: undefined } | { data?: undefined; fault: Fault }

const fault = (code: string, more: Partial<Fault> = {}): Fault => ({
  code,
  rule: '',
  params: {},
  fields: [],
  help: {},
  message: code,
  ...more,
})

const codes: Record<number, string> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 429: 'THROTTLED' }

async function replyOf<T>(answer: Response): Promise<Reply<T>> {
  const body = await answer.json().catch(() => ({}))
  if (answer.ok) return { data: body as T }
  const said = (body.error ?? body) as Partial<Fault>
  return { fault: fault(said.code ?? codes[answer.status] ?? 'UNAVAILABLE', said) }
}

export async function post<T>(path: string, body: unknown): Promise<Reply<T>> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'X-Requested-With': 'ltc', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return await replyOf<T>(answer)
  } catch {
    return { fault: fault('OFFLINE') }
  }
}

// Options are how one can come in here.
export interface Options {
  founded: boolean // there is a company; else the first page makes it
  oidc: { name: string } | null
  setupCode?: boolean // the first page wants the code that the server printed
}

export async function signInOptions(): Promise<Reply<Options>> {
  try {
    return await replyOf<Options>(await fetch('/signin/options', { headers: { 'X-Requested-With': 'ltc' } }))
  } catch {
    return { fault: fault('OFFLINE') }
  }
}
