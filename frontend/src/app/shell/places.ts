import {
  IconBuildingSkyscraper,
  IconCash,
  IconFileInvoice,
  IconFileText,
  IconFilter,
  IconGavel,
  IconHome,
  IconLayoutKanban,
  IconPackage,
  IconReceipt,
  IconTag,
} from '@tabler/icons-react'
import { t } from '~/i18n/t.ts'

export interface Place {
  to: string
  label: string
  icon: typeof IconHome
  key?: string // after g
}
export interface PlaceGroup {
  name?: string
  stage?: string
  places: Place[]
}

// The rail follows the chain from lead to cash.
export const placeGroups = (): PlaceGroup[] => [
  { places: [{ to: '/', label: t('nav.home', '工作台'), icon: IconHome, key: 'd' }] },
  {
    name: t('nav.acquire', '获客'),
    stage: 'lead',
    places: [{ to: '/leads', label: t('nav.leads', '线索'), icon: IconFilter, key: 'l' }],
  },
  {
    name: t('nav.sell', '商机'),
    stage: 'opportunity',
    places: [
      { to: '/opportunities', label: t('nav.opportunities', '商机看板'), icon: IconLayoutKanban, key: 'o' },
      { to: '/accounts', label: t('nav.accounts', '客户'), icon: IconBuildingSkyscraper, key: 'a' },
    ],
  },
  {
    name: t('nav.close', '成交'),
    stage: 'contract',
    places: [
      { to: '/products', label: t('nav.products', '产品与价格'), icon: IconTag, key: 'p' },
      { to: '/quotes', label: t('nav.quotes', '报价'), icon: IconFileText, key: 'q' },
      { to: '/contracts', label: t('nav.contracts', '合同'), icon: IconGavel, key: 'c' },
    ],
  },
  {
    name: t('nav.fulfil', '履约'),
    stage: 'deliver',
    places: [{ to: '/orders', label: t('nav.orders', '订单与交付'), icon: IconPackage, key: 'f' }],
  },
  {
    name: t('nav.collect', '回款'),
    stage: 'cash',
    places: [
      { to: '/invoices', label: t('nav.invoices', '开票'), icon: IconFileInvoice, key: 'i' },
      { to: '/receivables', label: t('nav.receivables', '应收'), icon: IconReceipt, key: 'r' },
      { to: '/payments', label: t('nav.payments', '回款认领'), icon: IconCash, key: 'm' },
    ],
  },
]
