import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open, submit, visit } from './browser.ts'
import { boss, type Server, sqlite, start } from './server.ts'

describe('the shell, with the demo company', () => {
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

  test('who is not signed in comes to the sign-in, and then to where they wanted', async () => {
    const page = await (await browser.newContext({ baseURL: server.url, locale: 'zh-CN' })).newPage()
    await page.goto('/receivables?overdue=1')
    await page.waitForURL(/\/login\?next=/)
    await page.locator('#email').fill(boss.email)
    await page.locator('#password').fill('wrong')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('邮箱或密码不对').waitFor()
    await page.locator('#password').fill(boss.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL(/\/receivables\?overdue=1/)
  })

  test('English is complete, chosen once and kept', async () => {
    const { page } = await open(browser, server.url, boss)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Receivables' }).click()
    await page.getByRole('heading', { level: 1, name: 'Receivables' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Receivables' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const rail = (await page.locator('.rail').textContent()) ?? ''
    expect(rail).not.toMatch(/\p{Script=Han}/u)
  })

  test('the board is walked and a card moved by keyboard alone', async () => {
    const { page } = await open(browser, server.url, boss)
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await page.waitForURL(/\/opportunities$/)
    await page.locator('.card a').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('m')
    await page.getByRole('dialog', { name: '移动到…' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('a record is found by typing', async () => {
    const { page } = await open(browser, server.url, boss)
    const account = await (async () => {
      await visit(page, '客户')
      return (await page.locator('main tbody a').first().textContent()) ?? ''
    })()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill(account)
    await page.getByRole('option', { name: account }).first().click()
    await page.getByRole('heading', { level: 1, name: account }).waitFor()
  })

  test('a lost server is said, and what was missed is there when it is back', async () => {
    const one = await open(browser, server.url, boss)
    await visit(one.page, '线索')
    await one.page.getByText('实时').waitFor()
    const back = server.restart(4_000)
    await one.page.getByText('重连中').waitFor()
    await back
    const other = await open(browser, server.url, boss)
    await visit(other.page, '线索')
    await other.page.getByRole('button', { name: '录入线索' }).first().click()
    await submit(other.page, { 公司: '断线后的公司', 姓名: '陈晨', 电话: '13900139000' })
    await one.page.getByText('实时').waitFor()
    await one.page.getByRole('link', { name: '断线后的公司' }).waitFor()
  })
})
