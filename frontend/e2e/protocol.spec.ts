import { execFileSync } from 'node:child_process'
import type { ExecutionResult } from 'graphql'
import { type AuditResult, serverAudits } from 'graphql-http'
import { createClient as createSSE } from 'graphql-sse'
import { type Client, createClient as createWS } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { type Person, postgres, type Server, sqlite, start } from './server.ts'

const binary = process.env.LTC_BIN ?? new URL('../../bin/ltc', import.meta.url).pathname

const partner: Person = {
  name: '合作伙伴',
  email: 'partner@example.com',
  password: 'speaks-by-the-book-1',
  department: 'sales',
  admin: true,
}

interface Changed {
  changed: { cursor: string; subject: { name: string } | null } | null
}

const query = `subscription ($after: Cursor) {
  changed(after: $after, filter: { kinds: [LEAD] }) { cursor subject { ... on Lead { name } } }
}`

// Heard gathers what a subscription sends.
class Heard {
  readonly names: string[] = []
  readonly problems: string[] = []
  cursor: string | undefined
  ended: 'complete' | 'error' | undefined
  error: unknown

  readonly sink = {
    next: (r: ExecutionResult<Changed, unknown>) => {
      for (const e of r.errors ?? []) this.problems.push(String(e.extensions?.code))
      if (!r.data?.changed) return
      this.names.push(r.data.changed.subject?.name ?? '')
      this.cursor = r.data.changed.cursor
    },
    error: (err: unknown) => {
      this.ended = 'error'
      this.error = err
    },
    complete: () => {
      this.ended ??= 'complete'
    },
  }
}

const until = (holds: () => boolean) => expect.poll(holds, { timeout: 20_000, interval: 20 }).toBe(true)

describe.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('the protocols, on %s', (_, place) => {
  let server: Server
  let headers: Record<string, string>
  let calls = 0

  const capture = async (name: string) => {
    calls++
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($in: CaptureLeadInput!) { captureLead(input: $in) { id } }',
        variables: { in: { name, company: name, phone: `138${String(10_000_000 + calls)}` } },
      }),
    })
    expect(await answer.json()).toMatchObject({ data: { captureLead: { id: expect.stringMatching(/^lead_/) } } })
  }

  // from is a cursor from which on all that is captured from now on is heard.
  const from = async () => {
    await capture('a beginning')
    let cursor: string | undefined
    await expect
      .poll(
        async () => {
          const answer = await fetch(`${server.url}/graphql`, {
            method: 'POST',
            headers: { ...headers, 'Content-Type': 'application/json' },
            body: '{"query":"{ stageChanges(first: 200) { pageInfo { endCursor } } }"}',
          })
          cursor = ((await answer.json()) as { data: { stageChanges: { pageInfo: { endCursor?: string } } } }).data
            .stageChanges.pageInfo.endCursor
          return cursor
        },
        { timeout: 20_000 },
      )
      .toBeTruthy()
    return cursor
  }

  beforeAll(async () => {
    const at = place()
    server = await start(at, [partner])
    const words = ['user', 'token', '--email', partner.email, '--name', 'protocols', '--for', '1h']
    const token = execFileSync(binary, words, { env: { ...process.env, LTC_DATABASE_URL: at.url } })
    headers = { Authorization: `Bearer ${token.toString().trim()}` }
  })
  afterAll(() => server?.stop())

  test('GraphQL over HTTP: every MUST and every SHOULD of the public audits', async () => {
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } })
    const results: AuditResult[] = []
    for (const audit of serverAudits({ url: `${server.url}/graphql`, fetchFn })) results.push(await audit.fn())
    const kind = (word: string) => results.filter((r) => r.name.startsWith(`${word} `))
    const passed = (word: string) => kind(word).filter((r) => r.status === 'ok').length
    const failed = results.filter((r) => r.status !== 'ok' && !r.name.startsWith('MAY '))
    expect(failed.map((r) => `${r.id} ${r.name}`)).toEqual([])
    expect({ must: passed('MUST'), should: passed('SHOULD') }).toEqual({ must: 13, should: 23 })
    console.info(`audits: MAY ${passed('MAY')} of ${kind('MAY').length}`)
  })

  describe('graphql-transport-ws', () => {
    let client: Client
    const open = (params: Record<string, unknown>) =>
      createWS({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: params,
        retryAttempts: 0,
        lazy: true,
      })
    beforeAll(() => {
      client = open(headers)
    })
    afterAll(async () => {
      await client?.dispose()
    })

    test('a change is heard, and the client completes', async () => {
      const heard = new Heard()
      const stop = client.subscribe<Changed>({ query, variables: { after: await from() } }, heard.sink)
      await capture('by socket')
      await until(() => heard.names.at(-1) === 'by socket')
      stop()
      await until(() => heard.ended === 'complete')
      await capture('not heard')
      expect(heard.names).toEqual(['by socket'])
    })

    test('it resumes after the last one, and misses nothing', async () => {
      const [first, second] = [new Heard(), new Heard()]
      const stop = client.subscribe<Changed>({ query, variables: { after: await from() } }, first.sink)
      await capture('one')
      await until(() => first.names.length === 1)
      stop()
      await capture('two')
      await capture('three')
      const end = client.subscribe<Changed>({ query, variables: { after: first.cursor } }, second.sink)
      await until(() => second.names.length === 2)
      end()
      expect(second.names).toEqual(['two', 'three'])
    })

    test('queries and mutations go over it too', async () => {
      for await (const r of client.iterate({ query: '{ viewer { name } }' }))
        expect(r.data).toEqual({ viewer: { name: partner.name } })
    })

    test('an operation that does not fit ends with its error, and the socket stays', async () => {
      const heard = new Heard()
      client.subscribe<Changed>({ query: 'subscription { nothing }' }, heard.sink)
      await until(() => heard.ended === 'error')
      expect(heard.error).toMatchObject([{ extensions: { code: 'INVALID', rule: 'operation.invalid' } }])
    })

    test('a wrong token gets no socket', async () => {
      const heard = new Heard()
      open({ Authorization: 'Bearer ltc_pat_wrong' }).subscribe<Changed>({ query }, heard.sink)
      await until(() => heard.ended === 'error')
      expect(heard.error).toMatchObject({ code: 4403 })
    })

    test('when the server goes away it is told, comes back and goes on', async () => {
      const [heard, closed] = [new Heard(), [] as unknown[]]
      const again = createWS({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: headers,
        retryAttempts: 50,
        retryWait: () => new Promise((resolve) => setTimeout(resolve, 200)),
        shouldRetry: () => true,
        on: { closed: (event) => closed.push((event as CloseEvent).code) },
      })
      const variables = { after: await from() }
      const stop = again.subscribe<Changed>({ query, variables }, heard.sink)
      await capture('one')
      await until(() => heard.names.length === 1)
      variables.after = heard.cursor
      await server.restart(300)
      await capture('two')
      await until(() => heard.names.at(-1) === 'two')
      stop()
      await again.dispose()
      expect(closed[0]).toBe(1001)
      expect(heard.names).toEqual(['one', 'two'])
    })
  })

  describe('graphql-sse', () => {
    const open = (more: () => Record<string, string> = () => ({}), attempts = 0) =>
      createSSE({
        url: `${server.url}/graphql`,
        headers: () => ({ ...headers, ...more() }),
        retryAttempts: attempts,
        retry: () => new Promise((resolve) => setTimeout(resolve, 200)),
      })

    test('a change is heard, and the client completes', async () => {
      const heard = new Heard()
      const stop = open().subscribe<Changed>({ query, variables: { after: await from() } }, heard.sink)
      await capture('by stream')
      await until(() => heard.names.at(-1) === 'by stream')
      stop()
      await until(() => heard.ended === 'complete')
    })

    test('a query is answered and completed', async () => {
      const answers: unknown[] = []
      for await (const r of open().iterate({ query: '{ viewer { name } }' })) answers.push(r.data)
      expect(answers).toEqual([{ viewer: { name: partner.name } }])
    })

    test('an operation that does not fit is told in the stream', async () => {
      const heard = new Heard()
      open().subscribe<Changed>({ query: 'subscription { nothing }' }, heard.sink)
      await until(() => heard.ended === 'complete')
      expect(heard.problems).toEqual(['INVALID'])
    })

    test('a wrong token is refused with 401', async () => {
      const heard = new Heard()
      open(() => ({ Authorization: 'Bearer ltc_pat_wrong' })).subscribe<Changed>({ query }, heard.sink)
      await until(() => heard.ended === 'error')
      expect(heard.error).toMatchObject({ response: { status: 401 } })
    })

    test('when the server ends it, it comes back and goes on after its last event', async () => {
      const heard = new Heard()
      const after = await from()
      const client = open(() => ({ 'Last-Event-ID': heard.cursor ?? after ?? '' }), 50)
      const stop = client.subscribe<Changed>({ query }, heard.sink)
      await capture('one')
      await until(() => heard.names.length === 1)
      await server.restart(300)
      await capture('two')
      await capture('three')
      await until(() => heard.names.length === 3)
      stop()
      expect(heard.names).toEqual(['one', 'two', 'three'])
    })
  })
})
