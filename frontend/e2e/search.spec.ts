import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { launch, open, submit, visit } from './browser.ts'
import { boss, type Server, sqlite, start } from './server.ts'

describe('the search, with the demo company', () => {
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

  test('an account is found in Chinese, by pinyin and by initials', async () => {
    const { page } = await open(browser, server.url, boss)
    await visit(page, '线索')
    await page.getByRole('button', { name: '录入线索' }).first().click()
    await submit(page, { 公司: '吕梁绿源智造', 姓名: '陈晨', 电话: '13900139000' })
    for (const text of ['绿源', 'lvliang', 'luliang', 'llly']) {
      await page.goto(`/search?q=${encodeURIComponent(text)}`)
      await page.locator('.hits').getByText('吕梁绿源智造').first().waitFor()
    }
  })
})
