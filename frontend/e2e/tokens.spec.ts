import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open, submit } from './browser.ts'
import { boss, type Server, sqlite, start } from './server.ts'

const accessible = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)

interface Answer {
  status: number
  data: Record<string, unknown> | null | undefined
  rule: string | undefined
  scope: unknown
}

describe('a token', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await start(sqlite(), 'demo')
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  // ask is a partner's program: it writes its own documents.
  async function ask(secret: string, query: string, variables = {}): Promise<Answer> {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json;q=0.9',
        Authorization: `Bearer ${secret}`,
      },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = await answer.json()
    const refusal = errors?.[0]?.extensions
    return { status: answer.status, data, rule: refusal?.rule, scope: refusal?.params?.scope }
  }

  const capture = (secret: string) =>
    ask(secret, 'mutation($in: CaptureLeadInput!) { captureLead(input: $in) { id } }', {
      in: { name: '李女士', company: '苏州博远智造', phone: '13812345678' },
    })

  // make makes a token in the open page, and answers the secret that is shown.
  async function make(page: Page, name: string, choices: string[] = []): Promise<string> {
    await page.getByRole('button', { name: '新建令牌' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel(/^用途/).fill(name)
    for (const choice of choices) await sheet.getByLabel(choice).check()
    expect(await accessible(page)).toEqual([])
    await sheet.locator('button[type=submit]').click()
    const secret = await page.getByRole('dialog').getByLabel('令牌', { exact: true }).inputValue()
    await page.getByRole('button', { name: '完成' }).click()
    return secret
  }

  test('reads and no more, until its person revokes it', async () => {
    const { page, faults } = await open(browser, server.url, boss)
    await page.goto('/me')
    const secret = await make(page, '报表')
    expect(secret).toMatch(/^ltc_pat_[\w-]{49}$/)
    const row = page.getByRole('listitem').filter({ hasText: '报表' })
    await row.getByText('只读').waitFor()
    await row.getByText(`…${secret.slice(-4)}`).waitFor()

    const read = await ask(secret, '{ leads(first: 1) { totalCount } viewer { name } }')
    expect(read).toMatchObject({ status: 200, data: { viewer: { name: boss.name } } })
    expect(await capture(secret)).toMatchObject({ rule: 'token.scope', scope: 'WRITE' })
    expect((await ask(`${secret.slice(0, -1)}x`, '{ viewer { id } }')).status).toBe(401)

    await page.reload()
    await row.getByText(/最近使用 刚刚，来自 127\.0\.0\.1/).waitFor()
    await row.getByRole('button', { name: '吊销' }).click()
    await submit(page)
    await row.waitFor({ state: 'detached' })
    expect(await ask(secret, '{ viewer { id } }')).toMatchObject({ status: 401, rule: 'signin.token_wrong' })
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('writes in the departments that were chosen, and an administrator ends it', async () => {
    const seller = await open(
      browser,
      server.url,
      { ...boss, email: 'liming@huaheng.example' },
      { width: 390, height: 844 },
    )
    await seller.page.goto('/me')
    const secret = await make(seller.page, '官网表单', ['可以更改数据', '市场的单据'])
    expect((await capture(secret)).data?.captureLead).toBeTruthy()
    const other = await ask(secret, 'mutation($in: CreateOpportunityInput!) { createOpportunity(input: $in) { id } }', {
      in: { name: 'AGV 二期' },
    })
    expect(other).toMatchObject({ rule: 'token.scope', scope: 'WRITE' })
    expect((await ask(secret, '{ invoices { totalCount } }')).data).toEqual({ invoices: { totalCount: 0 } })

    const { page, faults } = await open(browser, server.url, boss)
    await page.goto('/admin/tokens')
    await page.getByRole('row').filter({ hasText: '官网表单' }).getByText('市场读写').waitFor()
    expect(await accessible(page)).toEqual([])
    await page.getByRole('button', { name: '吊销“官网表单”' }).click()
    await submit(page)
    await page.getByRole('row').filter({ hasText: '官网表单' }).waitFor({ state: 'detached' })
    expect((await ask(secret, '{ viewer { id } }')).status).toBe(401)
    expect([...faults, ...seller.faults]).toEqual([])
    await page.context().close()
    await seller.page.context().close()
  })

  test('is what a free document takes: a session sends the app’s own', async () => {
    const { page, faults } = await open(browser, server.url, boss)
    const rule = await page.evaluate(async () => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: '{ viewer { id } }' }),
      })
      return (await answer.json()).errors[0].extensions.rule
    })
    expect(rule).toBe('document.untrusted')
    const bodies: { query?: string; documentId?: string }[] = []
    page.on('request', (r) => {
      if (r.url().endsWith('/graphql') && r.method() === 'POST') bodies.push(r.postDataJSON())
    })
    await page.goto('/leads')
    await page.getByRole('heading', { level: 1, name: '线索' }).waitFor()
    expect(bodies.length).toBeGreaterThan(1)
    expect(bodies.every((b) => b.documentId?.startsWith('sha256:') && b.query === undefined)).toBe(true)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a page of an old release says so, and keeps what was typed', async () => {
    const { page } = await open(browser, server.url, boss)
    await page.goto('/leads?new=1')
    await page.getByRole('dialog').getByLabel(/^公司/).fill('苏州博远智造')
    await page.route('**/graphql', (route) =>
      route.continue({ postData: (route.request().postData() ?? '').replace('sha256:', 'sha256:0') }),
    )
    await page.getByRole('dialog').getByLabel(/^姓名/).fill('李女士')
    await page.getByRole('dialog').getByLabel(/^电话/).fill('13812345678')
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await page.getByRole('dialog').getByText('有新版本，请重新加载页面').waitFor()
    expect(await page.getByRole('dialog').getByLabel(/^公司/).inputValue()).toBe('苏州博远智造')
    await page.getByText('有新版本，请保存后重新加载').waitFor()
    await page.context().close()
  })

  test('a busy server is waited for, and the verb happens once', async () => {
    const { page, faults } = await open(browser, server.url, boss)
    await page.goto('/me')
    await page.locator('.connection[data-state=live]').waitFor()
    await page.waitForLoadState('networkidle')
    let refused = 0
    await page.route('**/graphql', (route) => {
      if (refused++ > 1) return route.continue()
      return route.fulfill({
        status: 429,
        headers: { 'Retry-After': '1', 'Content-Type': 'application/graphql-response+json' },
        body: JSON.stringify({
          errors: [{ message: 'wait', extensions: { code: 'THROTTLED', rule: 'limit.throttled' } }],
        }),
      })
    })
    await page.locator('#me-language').selectOption('EN')
    await page.locator('.connection[data-state=busy]').waitFor()
    await page.locator('.connection[data-state=live]').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    expect(faults.filter((f) => !f.includes('429'))).toEqual([])
    await page.context().close()
  })
})
