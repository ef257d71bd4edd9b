import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open, submit, visit } from './browser.ts'
import { boss, type Server, sqlite, start } from './server.ts'
import { codeOf, nextCodeOf } from './totp.ts'

const guest = { name: '韩梅', email: 'hanmei@huaheng.example', password: 'a-long-new-password', department: 'sales' }

const accessible = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)
const signedIn = (page: Page) => page.getByRole('heading', { level: 1, name: /这些在等您/ }).waitFor()

async function signIn(page: Page, code?: string) {
  await page.goto('/login')
  await page.locator('#email').fill(guest.email)
  await page.locator('#password').fill(guest.password)
  await page.getByRole('button', { name: '登录' }).click()
  if (!code) return
  await page.getByLabel('验证码').fill(code)
  await page.getByRole('button', { name: '登录' }).click()
}

describe('the first run', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await start(sqlite(), [])
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('makes the company and its first administrator, and closes', async () => {
    const page = await (await browser.newContext({ baseURL: server.url, locale: 'zh-CN' })).newPage()
    await page.goto('/')
    await page.waitForURL('**/setup')
    expect(await accessible(page)).toEqual([])
    await page.getByLabel('公司名称').fill('青山机械有限公司')
    await page.getByLabel('时区').selectOption('Asia/Shanghai')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('姓名').fill('林青')
    await page.getByLabel('邮箱').fill('lin@qingshan.example')
    await page.locator('#password').fill('first-of-all-1')
    await page.locator('#again').fill('first-of-all-2')
    await page.getByRole('button', { name: '建立公司' }).click()
    await page.getByText('两次输入的密码不一样。').waitFor()
    await page.locator('#again').fill('first-of-all-1')
    await page.getByRole('button', { name: '建立公司' }).click()
    await page.getByRole('heading', { name: '准备好了' }).waitFor()
    await page.getByRole('button', { name: '进入' }).click()
    await page.getByRole('heading', { level: 1, name: '林青，这些在等您' }).waitFor()
    await visit(page, '角色与权限')
    await page.getByRole('link', { name: '管理员', exact: true }).waitFor()
    await page.goto('/setup')
    await page.waitForURL('**/login')
  })
})

describe('the people of a company', () => {
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
  const person = (login: string) => ({ ...boss, email: `${login}@huaheng.example` })

  test.each([
    ['marketing', 'zhouting', '线索 商机看板 客户 产品与价格'],
    ['sales', 'liming', '线索 商机看板 客户 产品与价格 报价 合同 订单与交付 开票 应收 回款认领'],
    ['legal', 'liuyang', '商机看板 客户 产品与价格 报价 合同 订单与交付'],
    ['delivery', 'zhaomin', '客户 产品与价格 合同 订单与交付'],
    ['finance', 'sunhao', '客户 产品与价格 报价 合同 订单与交付 开票 应收 回款认领'],
    ['care', 'hujing', '线索 商机看板 客户 产品与价格 合同 订单与交付'],
  ])('%s is offered where it works, and nothing else', async (_, login, places) => {
    const { page, faults } = await open(browser, server.url, person(login))
    const offered = await page.locator('.rail li a').evaluateAll((links) => links.map((a) => a.getAttribute('title')))
    expect(offered.join(' ')).toBe(`工作台 ${places}`)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('delivery works on every order and sees no price', async () => {
    const { page } = await open(browser, server.url, person('zhaomin'))
    await visit(page, '订单与交付')
    await page.getByRole('columnheader', { name: '发货' }).waitFor()
    expect(await page.getByRole('columnheader', { name: '价税合计' }).count()).toBe(0)
    await page.locator('main a[href^="/orders/"]').first().click()
    await page.getByRole('heading', { name: '订单明细' }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('¥')
    await page.context().close()
  })

  test('a salesperson’s sums say that they are partial; an administrator’s do not', async () => {
    const sales = await open(browser, server.url, person('liming'))
    await sales.page.getByText('部分数据').first().waitFor()
    const admin = await open(browser, server.url, boss)
    await admin.page.getByText('漏斗').waitFor()
    expect(await admin.page.getByText('部分数据').count()).toBe(0)
    await sales.page.context().close()
    await admin.page.context().close()
  })
})

describe('who may see and do what', () => {
  let server: Server
  let browser: Browser
  let page: Page // the administrator's
  let theirs: Page // the guest's
  let context: BrowserContext
  let link = ''
  let secret = ''
  const faults: string[] = []

  beforeAll(async () => {
    server = await start(sqlite(), 'demo')
    browser = await launch()
    const admin = await open(browser, server.url, boss)
    page = admin.page
    Object.defineProperty(admin.faults, 'push', { value: (text: string) => faults.push(text) })
    context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
    theirs = await context.newPage()
    theirs.setDefaultTimeout(20_000)
    theirs.on('pageerror', (e) => faults.push(e.message))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('an administrator invites somebody, and has the link where no mail goes out', async () => {
    await visit(page, '用户')
    await page.getByRole('button', { name: '邀请用户' }).click()
    const sheet = page.getByRole('dialog', { name: '邀请用户' })
    await sheet.getByLabel(/^姓名/).fill(guest.name)
    await sheet.getByLabel(/^邮箱/).fill(guest.email)
    await sheet.getByLabel(/^部门/).selectOption({ label: '销售部' })
    await sheet.locator('button[type=submit]').click()
    link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue()
    expect(link).toContain('/invitation/')
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('link', { name: guest.name }).waitFor()
  })

  test('the link lets them choose a password, once', async () => {
    await theirs.goto(new URL(link).pathname)
    await theirs.getByRole('heading', { name: `${guest.name}，欢迎加入` }).waitFor()
    expect(await accessible(theirs)).toEqual([])
    await theirs.locator('#password').fill(guest.password)
    await theirs.locator('#again').fill(guest.password)
    await theirs.getByRole('button', { name: '设好密码并进入' }).click()
    await signedIn(theirs)
    const late = await (await browser.newContext({ baseURL: server.url, locale: 'zh-CN' })).newPage()
    await late.goto(new URL(link).pathname)
    await late.getByRole('heading', { name: '这个链接打不开了' }).waitFor()
    await late.close()
  })

  test('they see what their role allows, and who could open the rest', async () => {
    await visit(theirs, '线索')
    await theirs.getByText('还没有线索').waitFor()
    const rail = theirs.getByRole('navigation', { name: '主导航' })
    expect(await rail.getByRole('link', { name: '用户', exact: true }).count()).toBe(0)
    await theirs.goto('/admin/users')
    await theirs.getByRole('heading', { name: '您的角色看不到“用户”' }).waitFor()
    await theirs.getByText(/管理员（管理员）可以调整您的角色/).waitFor()
  })

  test('a record of another looks as one that is not there, until they are let in', async () => {
    await page.goto('/opportunities?layout=list')
    const first = page.locator('main a[href^="/opportunities/"]').first()
    const href = (await first.getAttribute('href')) ?? ''
    await theirs.goto(href)
    await theirs.getByRole('heading', { name: '找不到这条记录，或者它不归您看' }).waitFor()
    await first.click()
    await page.getByRole('button', { name: '谁能看到' }).click()
    const sheet = page.getByRole('dialog', { name: '谁能看到' })
    await sheet.getByText('管理员能看到一切').first().waitFor()
    expect(await accessible(page)).toEqual([])
    await sheet.getByLabel('加谁').fill(guest.name)
    await page.getByRole('option', { name: guest.name }).click()
    await sheet.getByRole('button', { name: '加为协作者' }).click()
    await sheet.getByText('只看 · 含名下单据').waitFor()
    await page.keyboard.press('Escape')
    await theirs.goto(href)
    await theirs.locator('.record-header').waitFor()
    await theirs.getByRole('button', { name: '谁能看到' }).click()
    await theirs.getByRole('dialog').getByText('被加为协作者').first().waitFor()
    await theirs.keyboard.press('Escape')
  })

  test('a role is read as a matrix, and changed for everybody who has it', async () => {
    await visit(page, '角色与权限')
    await page.getByRole('link', { name: '销售', exact: true }).click()
    const leads = page.getByRole('row').filter({ has: page.getByText('线索', { exact: true }) })
    await leads.getByText('本人的').waitFor()
    await page.getByRole('button', { name: '编辑' }).click()
    const products = page.getByRole('region', { name: '产品', exact: true })
    await products.getByRole('button', { name: '产品' }).click()
    await products.getByLabel('目录价').selectOption({ label: '看不到' })
    expect(await accessible(page)).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('目录价 · 看不到').waitFor()
    await visit(theirs, '产品与价格')
    await theirs.getByRole('columnheader', { name: '产品名称' }).waitFor()
    expect(await theirs.getByRole('columnheader', { name: '目录价' }).count()).toBe(0)
  })

  test('an administrator looks through their eyes, in this tab, and changes nothing', async () => {
    await visit(page, '用户')
    await page.getByRole('link', { name: guest.name }).click()
    await page.getByRole('button', { name: '以其视角查看' }).click()
    await page.getByText(`您正以${guest.name}的视角查看`).waitFor()
    await page.goto('/payments')
    await page.getByText('还没有回款').waitFor()
    expect(await accessible(page)).toEqual([])
    await page.getByRole('button', { name: '结束' }).click()
    await page.getByRole('heading', { level: 1, name: guest.name }).waitFor()
    expect(await page.getByText('的视角查看，').count()).toBe(0)
  })

  test('a second factor is asked for from then on', async () => {
    await theirs.goto('/me')
    await theirs.getByRole('button', { name: '开启两步验证' }).click()
    secret = await theirs.getByRole('textbox', { name: '密钥' }).inputValue()
    expect(await theirs.getByRole('img', { name: '给身份验证器的二维码' }).isVisible()).toBe(true)
    await theirs.getByLabel(/应用里显示的六位数字/).fill(codeOf(secret))
    await theirs.getByRole('button', { name: '确认并开启' }).click()
    await theirs.getByText('只显示这一次').waitFor()
    expect(await theirs.locator('.codes li').count()).toBeGreaterThan(4)
    await theirs.getByRole('button', { name: '我已保存' }).click()
    await theirs.getByText('已开启').waitFor()
    await theirs.getByRole('button', { name: '退出登录' }).click()
    await theirs.waitForURL('**/login')
    await signIn(theirs, nextCodeOf(secret))
    await signedIn(theirs)
  })

  test('one’s own language is kept with the profile', async () => {
    await theirs.goto('/me')
    await theirs.getByLabel('语言').selectOption('EN')
    await theirs.getByRole('heading', { name: 'Signed-in devices' }).waitFor()
    await theirs.getByLabel('Language').selectOption('ZH')
    await theirs.getByRole('heading', { name: '已登录的设备' }).waitFor()
  })

  test('the audit knows all of it', async () => {
    await visit(page, '审计')
    for (const event of ['接受邀请', '邀请用户', '添加协作者', '修改角色', '以他人视角查看', '开启两步验证'])
      await page.getByRole('cell', { name: event, exact: true }).first().waitFor()
    await page.getByLabel('所有事件').selectOption({ label: '接受邀请' })
    await page.getByRole('button', { name: '详情' }).first().click()
    await page.getByRole('dialog', { name: '接受邀请' }).getByText(guest.name).first().waitFor()
  })

  test('a fact that was overwritten can be taken back', async () => {
    await page.goto('/accounts')
    await page.locator('main a[href^="/accounts/"]').first().click()
    await page.getByRole('button', { name: '编辑', exact: true }).first().click()
    await submit(page, { 网站: 'https://wrong.example' })
    await page.goto('/admin/audit?view=edits&action=ACCOUNT')
    const edit = page.getByRole('row').filter({ hasText: 'https://wrong.example' }).first()
    await edit.getByRole('button', { name: '恢复' }).click()
    await page.getByText('已恢复为原来的值').waitFor()
  })

  test('who leaves hands over first, and is out at once', async () => {
    await visit(page, '用户')
    await page.getByRole('link', { name: guest.name }).click()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '离职交接…' }).click()
    await page.getByRole('button', { name: '交接并停用' }).click()
    await page.locator('.record-header').getByText('已离职').waitFor()
    await theirs.goto('/')
    await theirs.waitForURL('**/login**')
    expect(faults).toEqual([])
  })
})
