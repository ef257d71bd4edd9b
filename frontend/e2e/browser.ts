import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import type { Person } from './server.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: flags })

const patience = 20_000 // milliseconds: CI's two cores are shared

export interface Look {
  width?: number
  height?: number
  language?: string
  dark?: boolean
}

// open gives a person a browser of their own and signs in by hand. Any error on a page fails the test.
export async function open(
  browser: Browser,
  url: string,
  person: Person,
  look: Look = {},
): Promise<{ page: Page; faults: string[] }> {
  const phone = (look.width ?? 1440) < 600
  const context = await browser.newContext({
    baseURL: url,
    locale: look.language ?? 'zh-CN',
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    hasTouch: phone,
    isMobile: phone,
    colorScheme: look.dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const faults: string[] = []
  page.on('pageerror', (e) => faults.push(`page: ${e.message}`))
  page.on('console', (m) => {
    if (m.type() === 'error') faults.push(`console: ${m.text()}`)
  })
  await page.goto('/login')
  await page.locator('#email').fill(person.email)
  await page.locator('#password').fill(person.password)
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
  await page.waitForURL((at) => at.pathname === '/')
  await page.getByRole('heading', { level: 1 }).first().waitFor() // the address changes before the page can hear a key
  return { page, faults }
}

// visit goes somewhere by the rail, as a person does.
export async function visit(page: Page, place: string) {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place, exact: true }).click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

export type Fill = Record<string, string>

// submit fills the open sheet by its labels and sends it; the sheet closes when the server has said yes.
export async function submit(page: Page, fill: Fill = {}) {
  const sheet = page.getByRole('dialog')
  await sheet.waitFor()
  for (const [label, value] of Object.entries(fill)) await answer(page, sheet, label, value)
  await sheet.locator('button[type=submit]').click()
  try {
    await sheet.waitFor({ state: 'detached' })
  } catch (error) {
    throw new Error(`the sheet stayed open: ${await sheet.textContent()}`, { cause: error })
  }
}

async function answer(page: Page, sheet: Locator, label: string, value: string) {
  const field = sheet.getByLabel(new RegExp(`^${label}\\s*\\*?\\s*$`))
  if ((await field.getAttribute('role')) === 'combobox') {
    await field.fill(value)
    await page.getByRole('option', { name: value }).first().click()
  } else if ((await field.evaluate((e) => e.tagName)) === 'SELECT') await field.selectOption({ label: value })
  else await field.fill(value)
}

// act presses a button of the record's header and fills the sheet that it opens.
export async function act(page: Page, button: string | RegExp, fill?: Fill) {
  await page.locator('.record-header').getByRole('button', { name: button, exact: true }).click()
  await submit(page, fill)
}
