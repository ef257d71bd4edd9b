import { vi } from 'vitest'

type Answer = (variables: never) => unknown

export interface Asked {
  operation: string
  variables: Record<string, unknown>
  key: string | null
}

// fakeServer answers each operation by its name, in place of the network: the real client and cache run before it.
// An answer that throws is a refusal with what was thrown as its extensions; one that is a promise is waited for.
export function fakeServer(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const { query, variables } = JSON.parse(String(init.body))
    const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? ''
    asked.push({ operation, variables, key: new Headers(init.headers).get('Idempotency-Key') })
    return new Response(JSON.stringify(await answerTo(answers[operation], variables, operation)), {
      headers: { 'Content-Type': 'application/json' },
    })
  })
  return asked
}

async function answerTo(answer: Answer | undefined, variables: unknown, operation: string) {
  if (!answer) return { errors: [{ message: `nothing is known of ${operation}` }] }
  try {
    return { data: await answer(variables as never) }
  } catch (extensions) {
    return { data: null, errors: [{ message: 'refused', extensions }] }
  }
}
