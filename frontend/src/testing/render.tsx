import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'urql'
import { SessionContext } from '~/app/session.ts'
import { client } from '~/data/client.ts'
import type { ViewerQuery } from '~/gql/graphql.ts'
import { Toasts } from '~/ui/toast.tsx'

export const session = {
  viewer: {
    id: 'usr_1',
    name: '王雪',
    email: 'w@x.cn',
    title: '销售总监',
    admin: true,
    language: 'ZH',
    department: { id: 'dep_1', name: '销售部', function: 'SALES' },
    phone: null,
    timeZone: null,
    manager: null,
    version: 1,
    theme: 'SYSTEM',
    secondFactor: false,
    roles: [],
  },
  myRights: { administrator: true, auditor: true, verbs: [], kinds: [], seenAs: null },
  company: { id: 'len_1', name: '华恒', currency: 'CNY', timeZone: 'Asia/Shanghai' },
} as unknown as ViewerQuery

// show renders a part of a page as it stands in the app: signed in, with its client, an address and the toasts.
export async function show(page: ReactNode, address = '/', as: Partial<ViewerQuery> = {}) {
  const root = createRootRoute({ component: () => page })
  const any = createRoute({ getParentRoute: () => root, path: '$', component: () => null })
  const router = createRouter({
    routeTree: root.addChildren([any]),
    history: createMemoryHistory({ initialEntries: [address] }),
  })
  await router.load()
  const shown = render(
    <Provider value={client}>
      <SessionContext value={{ ...session, ...as }}>
        <RouterProvider router={router as never} />
        <Toasts />
      </SessionContext>
    </Provider>,
  )
  return { ...shown, router }
}
