import { type AnyVariables, createRequest, type TypedDocumentNode } from '@urql/core'
import { useRef, useState } from 'react'
import { hear } from './changes.ts'
import { client, headers } from './client.ts'
import { type Fault, faultOf } from './fault.ts'
import { mine } from './own.ts'

export type Answer<Data> = { data: Data; fault?: undefined } | { data?: undefined; fault: Fault }

// runVerb sends a mutation under a key: sent again under the same key it happens once.
export async function runVerb<Data, Variables extends AnyVariables>(
  verb: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  key: string = crypto.randomUUID(),
): Promise<Answer<Data>> {
  mine(key)
  const request = createRequest(verb, variables, { clientMutationId: key, idempotencyKey: key })
  const result = await client
    .executeMutation<Data, Variables>(request, { fetchOptions: { headers: { ...headers(), 'Idempotency-Key': key } } })
    .toPromise()
  const fault = faultOf(result.error)
  if (fault || !result.data)
    return { fault: fault ?? { code: 'INTERNAL', rule: '', params: {}, fields: [], help: {}, message: 'no data' } }
  hear('all', 0) // a verb has effects beyond the record that it answers
  return { data: result.data }
}

// useVerb holds one key for one intent: a retry of the same input, after a lost answer, is the same wish.
export function useVerb<Data, Variables extends AnyVariables>(verb: TypedDocumentNode<Data, Variables>) {
  const [busy, setBusy] = useState(false)
  const intent = useRef({ input: '', key: '' })
  async function run(variables: Variables): Promise<Answer<Data>> {
    const input = JSON.stringify(variables)
    if (intent.current.input !== input) intent.current = { input, key: crypto.randomUUID() }
    setBusy(true)
    const answer = await runVerb(verb, variables, intent.current.key)
    setBusy(false)
    if (!answer.fault) intent.current = { input: '', key: '' }
    return answer
  }
  return [run, busy] as const
}
