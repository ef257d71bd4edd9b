import { Client, fetchExchange, mapExchange } from '@urql/core'
import { normalisedCache } from './cache.ts'
import { faultOf } from './fault.ts'
import { waitingOut } from './patience.ts'
import { becameOutdated } from './release.ts'
import { seenAs } from './seeAs.ts'
import { overSocket } from './socket.ts'
import { byId } from './trusted.ts'

const timeout = 15_000 // milliseconds

// X-Requested-With tells the server that a page of its own asks: no foreign page can send it.
export const headers = (): Record<string, string> => {
  const as = seenAs()
  return {
    Accept: 'application/graphql-response+json, application/json;q=0.9',
    'X-Requested-With': 'ltc',
    ...(as ? { 'X-LTC-See-As': as } : {}),
  }
}

const inTime: typeof fetch = (input, init) => {
  const late = AbortSignal.timeout(timeout)
  return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late })
}

// What the tab remembers goes with the session: whoever signs in next may be somebody else.
function toSignIn() {
  sessionStorage.clear()
  if (location.pathname === '/login') return
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
}

export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetch: waitingOut(inTime),
  fetchOptions: () => ({ headers: headers() }),
  requestPolicy: 'cache-and-network',
  exchanges: [
    mapExchange({
      onError(error) {
        const fault = faultOf(error)
        if (fault?.code === 'UNAUTHENTICATED') toSignIn()
        if (fault?.rule === 'document.unknown') becameOutdated()
      },
    }),
    normalisedCache(),
    byId(),
    fetchExchange,
    overSocket(),
  ],
})
