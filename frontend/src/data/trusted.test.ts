import { Client, fetchExchange, gql } from '@urql/core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import manifest from '~/gql/documents.json'
import { Documents } from '../../build/operations.ts'
import { normalisedCache } from './cache.ts'
import { byId, trusted } from './trusted.ts'

const seen = { id: 'pro_1', name: 'AGV' }
const product = { __typename: 'Product', ...seen }
const text = 'query OneProduct($id: ID!) { product(id: $id) { id name } }'

describe('the app sends its own operations by their ids', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('and the cache still knows what was asked', async () => {
    const sent: Record<string, unknown>[] = []
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      sent.push(JSON.parse(String(init.body)))
      const data = sent.length === 1 ? { product } : { company: { __typename: 'LegalEntity', id: 'len_1' } }
      return new Response(JSON.stringify({ data }), { headers: { 'Content-Type': 'application/json' } })
    })
    const client = new Client({
      url: '/graphql',
      preferGetMethod: false,
      fetch: (...args) => fetch(...args),
      exchanges: [normalisedCache(), byId(), fetchExchange],
    })
    const ask = () => client.query(gql(trusted(text, 'sha256:1a2b')), { id: 'pro_1' }).toPromise()
    expect((await ask()).data).toEqual({ product: seen })
    expect((await ask()).data).toEqual({ product: seen })
    expect(sent).toEqual([{ documentId: 'sha256:1a2b', variables: { id: 'pro_1' } }])
    await client.query(gql('query Other { company { id } }'), {}).toPromise()
    expect(sent[1]).toMatchObject({ query: expect.stringContaining('Other') })
  })

  test('and the server was given the text of each', () => {
    const all = new Documents('src')
    expect(manifest).toEqual(all.manifest())
    expect(Object.keys(manifest).length).toBeGreaterThan(80)
  })
})
