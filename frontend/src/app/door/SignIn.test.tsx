import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { show } from '~/testing/render.tsx'
import { SignIn } from './SignIn.tsx'

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const refusal = (rule: string) => json({ error: { code: 'UNAUTHENTICATED', rule, params: {}, fields: [] } }, 401)

describe('signing in', () => {
  let sent: Record<string, unknown>[]
  let answers: Response[]
  let options: object
  const assign = vi.fn()

  beforeEach(() => {
    sent = []
    options = { founded: true, oidc: null }
    assign.mockReset()
    vi.spyOn(location, 'assign').mockImplementation(assign)
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      if (path === '/signin/options') return json(options)
      sent.push(JSON.parse(String(init?.body)))
      return answers.shift() ?? json({})
    })
  })

  function fill(values: Record<string, string>) {
    for (const [label, value] of Object.entries(values))
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    fireEvent.submit(screen.getByRole('button', { name: '登录' }).closest('form') as HTMLFormElement)
  }
  const who = { 邮箱: 'w@x.cn', 密码: 'secret-enough' }

  test('asks for the code only where the server does, and sends all three', async () => {
    answers = [refusal('signin.code_needed'), refusal('signin.code_wrong'), json({})]
    await show(<SignIn />, '/login?next=/leads')
    fill(who)
    await screen.findByLabelText('验证码')
    expect(screen.queryByRole('alert')).toBeNull()
    fill({ 验证码: '111111' })
    await screen.findByText('验证码不对或已用过，请输入新的。')
    fill({ 验证码: '222222' })
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/leads'))
    expect(sent.at(-1)).toEqual({ email: 'w@x.cn', password: 'secret-enough', code: '222222' })
  })

  test('never says which of the two was wrong', async () => {
    answers = [refusal('signin.failed')]
    await show(<SignIn />, '/login')
    fill(who)
    await screen.findByText('邮箱或密码不对，请再试一次。')
    expect(assign).not.toHaveBeenCalled()
  })

  test('offers the company’s own sign-in, and comes back to where one was', async () => {
    options = { founded: true, oidc: { name: '企业微信' } }
    await show(<SignIn />, '/login?next=/orders')
    const link = await screen.findByRole('link', { name: '用企业微信登录' })
    expect(link.getAttribute('href')).toBe('/signin/oidc?next=%2Forders')
  })

  test('says why the company’s own sign-in did not work', async () => {
    await show(<SignIn />, '/login?problem=signin.nothing_known')
    await screen.findByText('登录没有成功，请再试一次。')
  })

  test('does not go to another site', async () => {
    answers = [json({})]
    await show(<SignIn />, '/login?next=//evil.example')
    fill(who)
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  })
})
