import {
  IconBuildingSkyscraper,
  IconCash,
  IconFileInvoice,
  IconFileText,
  IconFilter,
  IconGavel,
  IconHistory,
  IconHome,
  IconKey,
  IconLayoutKanban,
  IconPackage,
  IconReceipt,
  IconShieldLock,
  IconSitemap,
  IconTag,
  IconUsers,
} from '@tabler/icons-react'
import type { RecordKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import type { MyRights } from '../rights.ts'

export interface Place {
  to: string
  label: string
  icon: typeof IconHome
  key?: string // after g
  kind?: RecordKind // shown to who works with such records
  verb?: string // shown to who may call it
  audit?: boolean // shown to who reads the audit
}
export interface PlaceGroup {
  name?: string
  stage?: string
  places: Place[]
}

// The rail follows the chain from lead to cash.
const groups = (): PlaceGroup[] => [
  { places: [{ to: '/', label: t('nav.home', '工作台'), icon: IconHome, key: 'd' }] },
  {
    name: t('nav.acquire', '获客'),
    stage: 'lead',
    places: [{ to: '/leads', label: t('nav.leads', '线索'), icon: IconFilter, key: 'l', kind: 'LEAD' }],
  },
  {
    name: t('nav.sell', '商机'),
    stage: 'opportunity',
    places: [
      {
        to: '/opportunities',
        label: t('nav.opportunities', '商机看板'),
        icon: IconLayoutKanban,
        key: 'o',
        kind: 'OPPORTUNITY',
      },
      { to: '/accounts', label: t('nav.accounts', '客户'), icon: IconBuildingSkyscraper, key: 'a', kind: 'ACCOUNT' },
    ],
  },
  {
    name: t('nav.close', '成交'),
    stage: 'contract',
    places: [
      { to: '/products', label: t('nav.products', '产品与价格'), icon: IconTag, key: 'p', kind: 'PRODUCT' },
      { to: '/quotes', label: t('nav.quotes', '报价'), icon: IconFileText, key: 'q', kind: 'QUOTE' },
      { to: '/contracts', label: t('nav.contracts', '合同'), icon: IconGavel, key: 'c', kind: 'CONTRACT' },
    ],
  },
  {
    name: t('nav.fulfil', '履约'),
    stage: 'deliver',
    places: [{ to: '/orders', label: t('nav.orders', '订单与交付'), icon: IconPackage, key: 'f', kind: 'ORDER' }],
  },
  {
    name: t('nav.collect', '回款'),
    stage: 'cash',
    places: [
      { to: '/invoices', label: t('nav.invoices', '开票'), icon: IconFileInvoice, key: 'i', kind: 'INVOICE' },
      { to: '/receivables', label: t('nav.receivables', '应收'), icon: IconReceipt, key: 'r', kind: 'INVOICE' },
      { to: '/payments', label: t('nav.payments', '回款认领'), icon: IconCash, key: 'm', kind: 'PAYMENT' },
    ],
  },
  {
    name: t('nav.settings', '设置'),
    places: [
      { to: '/admin/users', label: t('nav.users', '用户'), icon: IconUsers, key: 'u', verb: 'inviteUser' },
      { to: '/admin/departments', label: t('nav.departments', '部门'), icon: IconSitemap, verb: 'createDepartment' },
      { to: '/admin/roles', label: t('nav.roles', '角色与权限'), icon: IconShieldLock, verb: 'updateRole' },
      { to: '/admin/tokens', label: t('nav.tokens', '令牌'), icon: IconKey, verb: 'revokeUserToken' },
      { to: '/admin/audit', label: t('nav.audit', '审计'), icon: IconHistory, audit: true },
    ],
  },
]

const opens = (p: Place, rights: MyRights) =>
  (!p.kind || rights.sees(p.kind)) && (!p.verb || rights.may(p.verb)) && (!p.audit || rights.auditor)

const leads = (p: Place, rights: MyRights) => opens(p, rights) && (!p.kind || rights.works(p.kind))

// placeGroups are the places where there is something to do with these rights. One who was let in on a single record
// still finds it in its list; the list is not offered.
export const placeGroups = (rights: MyRights): PlaceGroup[] =>
  groups()
    .map((g) => ({ ...g, places: g.places.filter((p) => leads(p, rights)) }))
    .filter((g) => g.places.length)

// closedPlace answers the place at this address that these rights do not open.
export const closedPlace = (path: string, rights: MyRights): Place | undefined =>
  groups()
    .flatMap((g) => g.places)
    .find((p) => p.to === path && !opens(p, rights))
