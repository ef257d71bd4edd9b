import { subscriptionExchange } from '@urql/core'
import { createClient, type SubscribePayload } from 'graphql-ws'
import { seenAs } from './seeAs.ts'

const listeners = new Set<(open: boolean) => void>()
const tell = (open: boolean) => {
  for (const listener of listeners) listener(open)
}

// onSocket tells when the connection stands and when it is gone.
export function onSocket(listener: (open: boolean) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const socket = createClient({
  url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  retryAttempts: 0, // app/live.ts resumes with its own cursor; a blind retry would repeat the old one
  keepAlive: 12_000,
  connectionParams: () => (seenAs() ? { seeAs: seenAs() } : {}),
  on: { connected: () => tell(true), closed: () => tell(false) },
})

export const overSocket = () =>
  subscriptionExchange({
    forwardSubscription: ({ query, documentId, variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: socket.subscribe(
          { query: query ?? '', documentId, variables } as SubscribePayload, // the client insists on a text
          sink as never,
        ),
      }),
    }),
  })
