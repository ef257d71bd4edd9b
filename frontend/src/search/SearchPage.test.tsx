import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { Provider } from 'urql'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { client } from '~/data/client.ts'
import { fakeServer } from '~/testing/fake-server.ts'
import { hit, part } from '~/testing/hits.ts'
import { recent } from './recent.ts'
import { SearchPage } from './SearchPage.tsx'

// open shows the page at an address. The router writes addresses only while it is free.
async function open(address: string, answer: (text: string) => unknown = () => []) {
  const asked = fakeServer({ Search: async (v: { text: string }) => ({ search: await answer(v.text) }) })
  const router = { free: Promise.resolve() }
  const root = createRootRoute({ component: SearchPage, beforeLoad: () => router.free })
  const any = createRoute({ getParentRoute: () => root, path: '$', component: () => null })
  const history = createMemoryHistory({ initialEntries: [address] })
  const routes = createRouter({ routeTree: root.addChildren([any]), history })
  await routes.load()
  render(
    <Provider value={client}>
      <RouterProvider router={routes as never} />
    </Provider>,
  )
  const field = (await screen.findByRole('searchbox')) as HTMLInputElement
  const type = (value: string) => fireEvent.input(field, { target: { value } })
  const written = () => (routes.state.matches[0]?.search as { q?: string } | undefined)?.q
  return { router, routes, field, type, written, asked }
}

describe('the address of a search', () => {
  test('follows what was asked for, and is empty once the field is', async () => {
    const page = await open('/search?kind=LEAD')
    page.type('蓝海')
    await waitFor(() => expect(page.written()).toBe('蓝海'))
    page.type(' ')
    await waitFor(() => expect(page.routes.state.location.href).toBe('/search?kind=LEAD'))
    expect(page.field.value).toBe(' ')
  })

  test('brings what it holds, at first and later', async () => {
    const page = await open('/search?q=ab')
    expect(page.field.value).toBe('ab')
    await waitFor(() => expect(page.asked.map((a) => a.variables.text)).toEqual(['ab']))
    expect(page.written()).toBe('ab')
    for (const q of ['other', 'ab']) {
      void page.routes.navigate({ to: '/search', search: { q } as never })
      await waitFor(() => expect(page.field.value).toBe(q))
    }
  })

  test('takes no key back that was typed while it was written', async () => {
    const page = await open('/search?kind=LEAD')
    let free = () => {}
    page.router.free = new Promise((done) => {
      free = done
    })
    page.type('ab')
    await waitFor(() => expect(page.routes.state.location.search).toEqual({ kind: 'LEAD', q: 'ab' }))
    page.type('abc')
    expect(page.written()).toBeUndefined()
    free()
    await waitFor(() => expect(page.written()).toBe('ab'))
    expect(page.field.value).toBe('abc')
    await waitFor(() => expect(page.written()).toBe('abc'))
  })
})

describe('the page of a search', () => {
  const said = () => screen.getAllByRole('status')[0]?.textContent
  const bar = () => document.querySelector('.refreshing')
  beforeEach(() => sessionStorage.clear())

  test('asks at once for the text of its address, and shows the shape of what will be there', async () => {
    let letGo = (_: unknown) => {}
    const page = await open('/search?q=蓝海', () => new Promise((go) => (letGo = go)))
    await act(async () => {
      await new Promise((soon) => setTimeout(soon, 20))
    })
    expect(page.asked).toHaveLength(1)
    screen.getByRole('status', { name: '正在载入' })
    expect(screen.queryByText('输入要找的内容')).toBeNull()
    expect(said()).toBe('')
    await act(async () => letGo([hit('ACCOUNT', 'acc_2', '蓝海精工')]))
    await screen.findByRole('link', { name: '蓝海精工' })
    expect(said()).toBe('找到 1 条')
    expect(bar()).toBeNull()
  })

  test('keeps what it shows, under a bar, until the next answer', async () => {
    const page = await open('/search?q=蓝', (text) =>
      text === '蓝' ? [hit('ACCOUNT', 'acc_2', '蓝海精工')] : new Promise(() => {}),
    )
    await screen.findByRole('link', { name: '蓝海精工' })
    page.type('蓝海')
    screen.getByRole('link', { name: '蓝海精工' })
    expect(bar()).not.toBeNull()
    expect(said()).toBe('')
    page.type('')
    screen.getByRole('heading', { name: '输入要找的内容' })
    expect(bar()).toBeNull()
  })

  test('shows what was found in a hit, whose it is, and the page where it stands', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {}) // the cache tries each kind's fields on each record
    const account = { __typename: 'Account', id: 'acc_2', name: '蓝海精工' }
    const matches = [
      { __typename: 'SearchMatch', field: 'name', parts: [part('张'), part('海', true)] },
      { __typename: 'SearchMatch', field: 'phone', parts: [part('138', true), part('00138000')] },
    ]
    await open('/search?q=海 138', () => [
      hit('CONTACT', 'con_1', '张海', {
        matches,
        record: { __typename: 'Contact', id: 'con_1', title: null, account },
      }),
      hit('CONTACT', 'con_2', '李海'),
      hit('CONTRACT', 'ctr_1', 'HT-1', {
        number: 'HT-1',
        record: { __typename: 'Contract', id: 'ctr_1', account: null },
      }),
    ])
    const [contact, homeless, contract] = await screen.findAllByRole('listitem')
    const link = within(contact as HTMLElement).getByRole('link')
    expect(link.getAttribute('href')).toBe('/accounts/acc_2')
    expect([...(contact?.querySelectorAll('mark') ?? [])].map((m) => m.textContent)).toEqual(['海', '138'])
    expect(contact?.textContent).toBe('联系人张海13800138000蓝海精工')
    expect(homeless?.textContent).toBe('联系人李海')
    expect(within(homeless as HTMLElement).queryByRole('link')).toBeNull()
    expect(
      within(contract as HTMLElement)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('/contracts/ctr_1')
    fireEvent.click(link)
    expect(recent()).toEqual(['海 138'])
  })

  test('says that nothing was found, and that only the best are shown', async () => {
    const page = await open('/search?q=没有的', (text) =>
      text === '很多' ? Array.from({ length: 50 }, (_, i) => hit('LEAD', `lead_${i}`, `线索${i}`)) : [],
    )
    await screen.findByRole('heading', { name: '没有找到“没有的”' })
    expect(said()).toBe('没有找到“没有的”')
    page.type('很多')
    await screen.findByText('只列出最符合的 50 条，请再多输入几个字')
    expect(screen.getAllByRole('listitem')).toHaveLength(50)
  })

  test('says why it found nothing, and tries again', async () => {
    const answer = vi.fn(() => [hit('ACCOUNT', 'acc_2', '蓝海精工')] as unknown)
    answer.mockImplementationOnce(() => {
      throw { code: 'UNAVAILABLE' }
    })
    const page = await open('/search?q=蓝海', answer)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('服务暂时不可用')
    expect(said()).toBe('')
    fireEvent.click(within(alert).getByRole('button', { name: '重试' }))
    await screen.findByRole('link', { name: '蓝海精工' })
    expect(page.asked).toHaveLength(2)
  })

  test('asks for one kind as soon as it is chosen', async () => {
    const page = await open('/search?q=蓝海')
    await screen.findByRole('heading', { name: '没有找到“蓝海”' })
    fireEvent.change(screen.getByRole('combobox', { name: '所有类型' }), { target: { value: 'LEAD' } })
    await waitFor(() => expect(page.asked.at(-1)?.variables.kinds).toEqual(['LEAD']))
  })
})
