import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { recent, remember } from '~/search/recent.ts'
import { fakeServer } from '~/testing/fake-server.ts'
import { hit } from '~/testing/hits.ts'
import { session, show } from '~/testing/render.tsx'
import { Palette } from './Palette.tsx'

const known: Record<string, object[]> = {
  博远: [hit('ACCOUNT', 'acc_1', '博远科技')],
  蓝海: [hit('ACCOUNT', 'acc_2', '蓝海精工'), hit('CONTACT', 'con_1', '蓝海涛')],
  合同: [hit('CONTRACT', 'ctr_1', '合同一号')],
}
const rights = { ...session.myRights, kinds: ['ACCOUNT', 'CONTRACT'] } as typeof session.myRights

// open shows the palette. The server answers a text that is held only once it is let go.
async function open() {
  const held = new Map<string, () => void>()
  const hold = (text: string) => held.set(text, () => {})
  const asked = fakeServer({
    Search: async ({ text }: { text: string }) => {
      if (held.has(text)) await new Promise<void>((go) => held.set(text, go))
      if (text === '坏') throw { code: 'UNAVAILABLE' }
      return { search: known[text] ?? [] }
    },
  })
  const onClose = vi.fn()
  const { router } = await show(<Palette onClose={onClose} />, '/', { myRights: rights })
  const field = screen.getByRole('combobox') as HTMLInputElement
  field.focus()
  return {
    asked,
    onClose,
    field,
    hold,
    letGo: (text: string) => act(async () => held.get(text)?.()),
    type: (value: string) => fireEvent.input(field, { target: { value } }),
    press: (key: string, more = {}) => fireEvent.keyDown(field, { key, ...more }),
    at: () => router.state.location.href,
    chosen: () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent,
    said: () => screen.getAllByRole('status').map((s) => s.textContent)[0],
  }
}

describe('the palette', () => {
  beforeEach(() => sessionStorage.clear())

  test('goes to a page at once, and to what the server found', async () => {
    const p = await open()
    p.type('客户')
    expect(p.chosen()).toBe('客户')
    p.press('Enter')
    await waitFor(() => expect(p.at()).toBe('/accounts'))
    expect(p.onClose).toHaveBeenCalledOnce()
    p.type('博远')
    await screen.findByRole('option', { name: '博远科技' })
    p.press('Enter')
    await waitFor(() => expect(p.at()).toBe('/accounts/acc_1'))
    expect(recent()).toEqual(['博远', '客户'])
  })

  test('walks through its options by the arrows, around both ends', async () => {
    const p = await open()
    p.type('蓝海')
    await screen.findByRole('option', { name: '蓝海精工' })
    const walked = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'].map((key) => {
      p.press(key)
      return p.chosen()
    })
    expect(walked).toEqual(['蓝海涛', '查看全部结果', '蓝海精工', '查看全部结果', '蓝海涛'])
  })

  test('never opens what another text found: Enter waits for the answer', async () => {
    const p = await open()
    p.type('博远')
    await screen.findByRole('option', { name: '博远科技' })
    p.hold('蓝海')
    p.type('蓝海')
    p.press('Enter')
    fireEvent.click(screen.getByRole('option', { name: '博远科技' }))
    expect(p.onClose).not.toHaveBeenCalled()
    expect(p.chosen()).toBeUndefined()
    await waitFor(() => expect(p.asked.at(-1)?.variables.text).toBe('蓝海'))
    await p.letGo('蓝海')
    await waitFor(() => expect(p.at()).toBe('/accounts/acc_2'))
    expect(p.onClose).toHaveBeenCalledOnce()
  })

  test('forgets an Enter when its text is changed', async () => {
    const p = await open()
    p.type('蓝')
    p.press('Enter')
    p.type('蓝海')
    await screen.findByRole('option', { name: '蓝海精工' })
    expect(p.onClose).not.toHaveBeenCalled()
  })

  test('keeps what is chosen when hits arrive', async () => {
    const p = await open()
    p.type('合同')
    expect(p.chosen()).toBe('合同')
    await screen.findByRole('option', { name: '合同一号' })
    expect(p.chosen()).toBe('合同')
  })

  test('begins at the first option after a recent search was chosen', async () => {
    remember('博远')
    remember('蓝海')
    const p = await open()
    p.press('ArrowDown')
    expect(p.chosen()).toBe('博远')
    p.press('Enter')
    expect(p.field.value).toBe('博远')
    await screen.findByRole('option', { name: '博远科技' })
    expect(p.chosen()).toBe('博远科技')
  })

  test('looks for nothing that an input method still composes', async () => {
    const p = await open()
    fireEvent.compositionStart(p.field)
    p.type('bo')
    p.press('Enter', { isComposing: true })
    await new Promise((later) => setTimeout(later, 300))
    p.type('博远')
    fireEvent.compositionEnd(p.field)
    await screen.findByRole('option', { name: '博远科技' })
    expect(p.asked.map((a) => a.variables.text)).toEqual(['博远'])
    expect(p.onClose).not.toHaveBeenCalled()
  })

  test('tells the kind of an option, and says how many were found', async () => {
    const p = await open()
    expect(p.said()).toBe('')
    p.type('蓝海')
    expect(p.said()).toBe('')
    const accounts = await screen.findByRole('group', { name: '客户' })
    within(accounts).getByRole('option', { name: '蓝海精工' })
    within(screen.getByRole('group', { name: '联系人' })).getByRole('option', { name: '蓝海涛' })
    expect(p.said()).toBe('找到 2 条')
    expect(p.field.getAttribute('aria-expanded')).toBe('true')
    p.type('没有的')
    await waitFor(() => expect(p.said()).toBe('没有找到“没有的”'))
    expect(p.field.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  test('says that nothing was found for a text longer than what is looked for', async () => {
    const p = await open()
    p.type('长'.repeat(120))
    await waitFor(() => expect(p.said()).toBe(`没有找到“${'长'.repeat(100)}”`))
  })

  test('says why it found nothing, and tries again', async () => {
    const p = await open()
    p.type('坏')
    await screen.findByText(/服务暂时不可用/)
    expect(p.said()).toBe('')
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    await waitFor(() => expect(p.asked).toHaveLength(2))
  })

  test('keeps the focus in its field under the mouse', async () => {
    const p = await open()
    const option = screen.getByRole('option', { name: '客户' })
    const press = createEvent.mouseDown(option)
    fireEvent(option, press)
    expect(press.defaultPrevented).toBe(true)
    fireEvent.click(option)
    await waitFor(() => expect(p.at()).toBe('/accounts'))
  })

  test('shows all results where a hit has no page', async () => {
    const p = await open()
    p.type('蓝海')
    fireEvent.click(await screen.findByRole('option', { name: '蓝海涛' }))
    await waitFor(() => expect(decodeURI(p.at())).toBe('/search?q=蓝海'))
    expect(p.onClose).toHaveBeenCalledOnce()
  })
})
