import { Client, fetchExchange, mapExchange } from '@urql/core'
import { normalisedCache } from './cache.ts'
import { faultOf } from './fault.ts'
import { seenAs } from './seeAs.ts'
import { overSocket } from './socket.ts'

const timeout = 15_000 // milliseconds

// The first header tells the server that a page of its own asks: no foreign page can send it.
export const headers = (): Record<string, string> => {
  const as = seenAs()
  return as ? { 'X-Requested-With': 'ltc', 'X-LTC-See-As': as } : { 'X-Requested-With': 'ltc' }
}

const patiently: typeof fetch = (input, init) => {
  const late = AbortSignal.timeout(timeout)
  return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late })
}

function toSignIn() {
  if (location.pathname === '/login') return
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
}

export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetch: patiently,
  fetchOptions: () => ({ headers: headers() }),
  requestPolicy: 'cache-and-network',
  exchanges: [
    mapExchange({
      onError(error) {
        if (faultOf(error)?.code === 'UNAUTHENTICATED') toSignIn()
      },
    }),
    normalisedCache(),
    fetchExchange,
    overSocket(),
  ],
})
