import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { Crash, NotFound } from './Crash.tsx'
import { Shell } from './shell/Shell.tsx'

// A page is its own chunk. Where a new release has replaced the chunks, the page is loaded anew, once.
function page<T extends Record<string, unknown>>(load: () => Promise<T>, name: keyof T & string) {
  return lazyRouteComponent(async () => {
    try {
      const loaded = await load()
      sessionStorage.removeItem('ltc.reloaded')
      return loaded
    } catch (error) {
      if (!sessionStorage.getItem('ltc.reloaded')) {
        sessionStorage.setItem('ltc.reloaded', '1')
        location.reload()
      }
      throw error
    }
  }, name as never)
}

// A filter in the address is a text; anything else is left out.
const texts =
  <K extends string>(...keys: K[]) =>
  (search: Record<string, unknown>) =>
    Object.fromEntries(
      keys.filter((k) => search[k] !== undefined && search[k] !== '').map((k) => [k, String(search[k])]),
    ) as Partial<Record<K, string>>

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: texts('next', 'problem'),
  component: page(() => import('./door/SignIn.tsx'), 'SignIn'),
})
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: page(() => import('./door/Setup.tsx'), 'Setup'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$secret',
  component: page(() => import('./door/Invitation.tsx'), 'Invitation'),
})
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell, notFoundComponent: NotFound })
const inShell = { getParentRoute: () => shell }

const pages = [
  createRoute({ ...inShell, path: '/', component: page(() => import('../home/HomePage.tsx'), 'HomePage') }),
  createRoute({
    ...inShell,
    path: '/search',
    validateSearch: texts('q', 'kind'),
    component: page(() => import('../search/SearchPage.tsx'), 'SearchPage'),
  }),
  createRoute({ ...inShell, path: '/me', component: page(() => import('../me/MePage.tsx'), 'MePage') }),
  createRoute({
    ...inShell,
    path: '/admin/users',
    validateSearch: texts('text', 'status', 'department', 'role', 'new'),
    component: page(() => import('../admin/user/UsersPage.tsx'), 'UsersPage'),
  }),
  createRoute({
    ...inShell,
    path: '/admin/users/$id',
    component: page(() => import('../admin/user/UserPage.tsx'), 'UserPage'),
  }),
  createRoute({
    ...inShell,
    path: '/admin/departments',
    component: page(() => import('../admin/department/DepartmentsPage.tsx'), 'DepartmentsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/admin/roles',
    component: page(() => import('../admin/role/RolesPage.tsx'), 'RolesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/admin/roles/$id',
    component: page(() => import('../admin/role/RolePage.tsx'), 'RolePage'),
  }),
  createRoute({
    ...inShell,
    path: '/admin/tokens',
    component: page(() => import('../admin/token/TokensPage.tsx'), 'TokensPage'),
  }),
  createRoute({
    ...inShell,
    path: '/admin/audit',
    validateSearch: texts('view', 'action', 'actor', 'subject', 'from', 'to'),
    component: page(() => import('../admin/audit/AuditPage.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...inShell,
    path: '/leads',
    validateSearch: texts('text', 'category', 'owner', 'origin', 'new'),
    component: page(() => import('../marketing/lead/LeadsPage.tsx'), 'LeadsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/leads/$id',
    component: page(() => import('../marketing/lead/LeadPage.tsx'), 'LeadPage'),
  }),
  createRoute({
    ...inShell,
    path: '/opportunities',
    validateSearch: texts('layout', 'view', 'text', 'stage', 'new'),
    component: page(() => import('../sales/opportunity/OpportunitiesPage.tsx'), 'OpportunitiesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/opportunities/$id',
    component: page(() => import('../sales/opportunity/OpportunityPage.tsx'), 'OpportunityPage'),
  }),
  createRoute({
    ...inShell,
    path: '/opportunities/$id/journey',
    component: page(() => import('../journey/JourneyPage.tsx'), 'OpportunityJourneyPage'),
  }),
  createRoute({
    ...inShell,
    path: '/journeys/$id',
    component: page(() => import('../journey/JourneyPage.tsx'), 'JourneyPage'),
  }),
  createRoute({
    ...inShell,
    path: '/accounts',
    validateSearch: texts('text', 'category', 'new'),
    component: page(() => import('../sales/account/AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/accounts/$id',
    component: page(() => import('../sales/account/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...inShell,
    path: '/products',
    validateSearch: texts('text', 'new'),
    component: page(() => import('../sales/product/ProductsPage.tsx'), 'ProductsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/quotes',
    validateSearch: texts('text', 'category'),
    component: page(() => import('../sales/quote/QuotesPage.tsx'), 'QuotesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/quotes/$id',
    component: page(() => import('../sales/quote/QuotePage.tsx'), 'QuotePage'),
  }),
  createRoute({
    ...inShell,
    path: '/quotes/$id/print',
    component: page(() => import('../sales/quote/QuotePrint.tsx'), 'QuotePrint'),
  }),
  createRoute({
    ...inShell,
    path: '/contracts',
    validateSearch: texts('text', 'category'),
    component: page(() => import('../legal/contract/ContractsPage.tsx'), 'ContractsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/contracts/$id',
    component: page(() => import('../legal/contract/ContractPage.tsx'), 'ContractPage'),
  }),
  createRoute({
    ...inShell,
    path: '/orders',
    validateSearch: texts('text', 'category'),
    component: page(() => import('../delivery/order/OrdersPage.tsx'), 'OrdersPage'),
  }),
  createRoute({
    ...inShell,
    path: '/orders/$id',
    component: page(() => import('../delivery/order/OrderPage.tsx'), 'OrderPage'),
  }),
  createRoute({
    ...inShell,
    path: '/invoices',
    validateSearch: texts('text', 'category'),
    component: page(() => import('../finance/invoice/InvoicesPage.tsx'), 'InvoicesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/invoices/$id',
    component: page(() => import('../finance/invoice/InvoicePage.tsx'), 'InvoicePage'),
  }),
  createRoute({
    ...inShell,
    path: '/invoices/$id/print',
    component: page(() => import('../finance/invoice/InvoicePrint.tsx'), 'InvoicePrint'),
  }),
  createRoute({
    ...inShell,
    path: '/payments',
    validateSearch: texts('text', 'open', 'new'),
    component: page(() => import('../finance/payment/PaymentsPage.tsx'), 'PaymentsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/payments/$id',
    component: page(() => import('../finance/payment/PaymentPage.tsx'), 'PaymentPage'),
  }),
  createRoute({
    ...inShell,
    path: '/receivables',
    validateSearch: texts('overdue', 'account'),
    component: page(() => import('../finance/receivable/ReceivablesPage.tsx'), 'ReceivablesPage'),
  }),
]

// Every filter in an address is a plain text, as people write and send it: ?overdue=1, not ?overdue=%221%22.
function toAddress(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : ''
}

export const router = createRouter({
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: toAddress,
  routeTree: root.addChildren([login, setup, invitation, shell.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
