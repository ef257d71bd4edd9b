import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Provider } from 'urql'
import { describe, expect, test } from 'vitest'
import { client } from '~/data/client.ts'
import { fakeServer } from '~/testing/fake-server.ts'
import { SearchPage } from './SearchPage.tsx'

// open shows the page at an address. The router writes addresses only while it is free.
async function open(address: string) {
  const asked = fakeServer({ Search: () => ({ search: [] }) })
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
