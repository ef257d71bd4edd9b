import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, launch, open, submit, visit } from './browser.ts'
import { type Person, postgres, type Server, sqlite, start } from './server.ts'

const walker: Person = {
  name: '王雪',
  email: 'wangxue@example.com',
  password: 'walk-by-mouse-1',
  department: 'sales',
  admin: true,
}
// Who watches sees all, as the walker's deals are not their own.
const watcher: Person = {
  name: '李明',
  email: 'liming@example.com',
  password: 'watch-it-live-1',
  department: 'sales',
  admin: true,
}
const company = '苏州博远智造有限公司'
const deal = '苏州博远 · 数字化仓储'
const wide = { width: 2400 } // the whole board in sight, for a drag from end to end

describe.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('one lead becomes cash, by mouse, on %s', (_, place) => {
  let server: Server
  let browser: Browser
  let page: Page // who walks
  let other: Page // who watches, and never reloads
  const faults: string[] = []

  beforeAll(async () => {
    server = await start(place(), [walker, watcher])
    browser = await launch()
    const [a, b] = [await open(browser, server.url, walker, wide), await open(browser, server.url, watcher, wide)]
    page = a.page
    other = b.page
    for (const one of [a, b]) Object.defineProperty(one.faults, 'push', { value: (text: string) => faults.push(text) })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('a product is there to be sold', async () => {
    await visit(page, '产品与价格')
    await page.getByRole('button', { name: '新建产品' }).first().click()
    await submit(page, { 编码: 'WMS-100', 产品名称: '数字化仓储系统', 目录价: '128000' })
    await page.getByText('WMS-100').waitFor()
  })

  test('a lead is captured, and another browser sees it at once', async () => {
    await visit(other, '线索')
    await visit(page, '线索')
    await page.getByRole('button', { name: '录入线索' }).first().click()
    await submit(page, { 公司: company, 姓名: '周海', 电话: '13800138000', 来源: '展会', 需要什么: '数字化仓储' })
    await page.getByRole('heading', { name: `周海 · ${company}` }).waitFor()
    await other.getByRole('link', { name: company }).waitFor()
  })

  test('it is assigned, qualified and converted', async () => {
    await act(page, '分配')
    await act(page, '确认合格', { 预算: '300000', 谁拍板: '周海', 为何需要: '仓库差错率高', 何时要: '2027-03-31' })
    await act(page, '转为商机', { 商机名称: deal, 预计金额: '289280' })
    await page.waitForURL(/\/opportunities\/opp_/)
    await page.getByRole('heading', { level: 1, name: deal }).waitFor()
  })

  test('its card is dragged, and moves before the other one’s eyes', async () => {
    await visit(other, '商机看板')
    await visit(page, '商机看板')
    const stage = (on: Page, name: string) => on.getByRole('region', { name, exact: true })
    await stage(other, '需求发现').getByText(deal).waitFor()
    await stage(page, '需求发现').getByRole('article', { name: deal }).dragTo(stage(page, '需求确认'))
    const dropped = Date.now()
    await stage(other, '需求确认').getByText(deal).waitFor()
    expect(Date.now() - dropped).toBeLessThan(5_000)
    await stage(page, '需求确认').getByText(deal).waitFor()
    await page.getByText('已移动到“需求确认”').waitFor()
  })

  test('a drop that a verb must make opens what it needs', async () => {
    const lost = page.getByRole('region', { name: '输单', exact: true })
    await page.getByRole('article', { name: deal }).dragTo(lost)
    await page.getByRole('dialog', { name: '标记输单' }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await page.getByRole('region', { name: '需求确认', exact: true }).getByText(deal).waitFor()
  })

  test('a quote is written, approved, sent and accepted', async () => {
    await page.getByRole('link', { name: deal }).click()
    await page.getByRole('button', { name: '新建报价' }).first().click()
    await submit(page, { 第一项产品: '数字化仓储系统', 数量: '2' })
    await page.waitForURL(/\/quotes\//)
    await page.getByLabel('账期（天）').fill('15')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('报价已保存').waitFor()
    await page.getByText('¥289,280.00').first().waitFor() // 2 × 128,000 and 13 % tax, by the server
    await next(page)
    await next(page)
    await next(page, { 接受人: '周海', 凭据: 'PO-2026-118' })
    await page.waitForURL(/\/contracts\//)
  })

  test('the opportunity is won for the other one too', async () => {
    await other.getByRole('region', { name: '赢单', exact: true }).getByText(deal).waitFor()
  })

  test('the contract is submitted and signed', async () => {
    await act(page, '送审')
    await act(page, '登记签署', { 客户签署人: '周海' })
    await page.getByRole('link', { name: /^订单 / }).click()
    await page.waitForURL(/\/orders\//)
  })

  test('the order is confirmed, shipped, delivered and accepted', async () => {
    await next(page)
    await page.getByRole('button', { name: '安排发货' }).click()
    await submit(page, { 承运方: '顺丰' })
    const shipment = page.getByRole('listitem').filter({ hasText: '数字化仓储系统' })
    await shipment.locator('button[data-kind=primary]').click()
    await submit(page, { 运单号: 'SF1000' })
    await shipment.getByText(/发出 \d/).waitFor()
    await shipment.locator('button[data-kind=primary]').click()
    await submit(page, { 收货人: '周海' })
    await page.getByRole('button', { name: '记录验收' }).click()
    await submit(page, { 客户签收人: '周海' })
    await page.getByRole('heading', { name: '验收', exact: true }).waitFor()
  })

  test('the instalment is invoiced and paid', async () => {
    await visit(page, '开票')
    await page.getByRole('region', { name: '待开票' }).getByRole('button', { name: '开票' }).click()
    await page.waitForURL(/\/invoices\//)
    await act(page, '开出')
    await page.getByText('¥289,280.00').first().waitFor()
    await visit(other, '应收')
    await other.getByRole('link', { name: company }).waitFor()
    await act(page, '登记回款', { 银行流水号: 'BANK-1' })
    await page.locator('.record-header').getByText('已收齐').waitFor()
    await other.getByText('没有未收的款').waitFor()
  })

  test('the journey shows every department that held it', async () => {
    await page.getByRole('link', { name: /^J/ }).first().click()
    await page.waitForURL(/\/journeys\//)
    const lanes = page.getByRole('group', { name: '部门泳道' })
    for (const department of ['销售', '法务', '交付', '财务'])
      await lanes.getByText(department, { exact: true }).waitFor()
    await page.getByText('100%').first().waitFor()
    await page.getByText('已收齐').first().waitFor()
  })

  test('the invoice is printed with its amount in words', async () => {
    await page.getByRole('heading', { name: '凭证链' }).waitFor()
    await page.locator('.documents a[href^="/invoices/"]').click()
    await page.getByRole('link', { name: '打印' }).click()
    await page.getByText('贰拾捌万玖仟贰佰捌拾元整').waitFor()
    const pdf = await page.pdf()
    expect(pdf.length).toBeGreaterThan(10_000)
  })

  test('nothing went wrong on any page', () => {
    expect(faults).toEqual([])
  })
})

// next takes the one step that the page proposes, and waits until the page proposes another one: it hears of what it
// did over the feed, a moment after the sheet has closed.
async function next(page: Page, fill?: Record<string, string>) {
  const proposed = page.locator('.record-header button[data-kind=primary]')
  const step = (await proposed.textContent()) ?? ''
  await proposed.click()
  await submit(page, fill)
  await proposed
    .filter({ hasText: step })
    .waitFor({ state: 'detached', timeout: 5_000 })
    .catch(() => {}) // the same step may be due again
}
