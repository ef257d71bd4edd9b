import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open } from './browser.ts'
import { boss, type Server, sqlite, start } from './server.ts'

const routes = [
  '/',
  '/search',
  `/search?q=${encodeURIComponent('公司')}`,
  '/leads',
  '/opportunities',
  '/opportunities?layout=list',
  '/accounts',
  '/products',
  '/quotes',
  '/contracts',
  '/orders',
  '/invoices',
  '/payments',
  '/receivables',
  '/me',
  '/admin/users',
  '/admin/departments',
  '/admin/roles',
  '/admin/roles/new',
  '/admin/tokens',
  '/admin/audit',
  '/admin/audit?view=edits',
]
const lists: [string, string][] = [
  ['/leads', '/leads/'],
  ['/opportunities?layout=list', '/opportunities/'],
  ['/accounts', '/accounts/'],
  ['/quotes', '/quotes/'],
  ['/contracts', '/contracts/'],
  ['/orders', '/orders/'],
  ['/invoices', '/invoices/'],
  ['/payments', '/payments/'],
  ['/admin/users', '/admin/users/'],
  ['/admin/roles', '/admin/roles/rol_'],
]

describe('everyone can use it', () => {
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

  test.each([
    ['at a desk, light', {}, undefined],
    ['at a desk, dark, where only the colours differ', { dark: true }, ['color-contrast']],
    ['on a phone', { width: 390, height: 844 }, undefined],
  ] as const)('%s', { timeout: 600_000 }, async (_, look, rules) => {
    const { page } = await open(browser, server.url, boss, look)
    const wrong: string[] = []
    for (const route of routes) wrong.push(...(await violations(page, route, rules)))
    for (const [list, prefix] of lists) {
      await page.goto(list)
      const first = page.locator(`main a[href^="${prefix}"]`).first()
      await first.waitFor()
      wrong.push(...(await violations(page, (await first.getAttribute('href')) ?? '', rules)))
    }
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill('公司')
    await page.getByRole('option', { name: '查看全部结果' }).waitFor()
    wrong.push(...(await violationsIn(page, 'the palette', rules)))
    expect(wrong).toEqual([])
  })
})

async function violations(page: Page, route: string, rules?: readonly string[]): Promise<string[]> {
  await page.goto(route)
  await page.locator('main h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  return violationsIn(page, route, rules)
}

async function violationsIn(page: Page, place: string, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
  return violations.map(
    (v) =>
      `${place}: ${v.id} at ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
}
