import type { RecordKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

// The kinds in the order of the chain, each whole before its parts.
export const kindsInOrder = (): RecordKind[] => Object.keys(stageOf) as RecordKind[]

// The colour says how far along the chain a record stands (tokens.css).
export const stageOf: Record<RecordKind, string> = {
  LEAD: 'lead',
  ACCOUNT: 'opportunity',
  CONTACT: 'opportunity',
  PRODUCT: 'quote',
  OPPORTUNITY: 'opportunity',
  JOURNEY: 'lead',
  QUOTE: 'quote',
  QUOTE_VERSION: 'quote',
  QUOTE_LINE: 'quote',
  CONTRACT: 'contract',
  PAYMENT_PLAN_ITEM: 'invoice',
  ORDER: 'order',
  ORDER_LINE: 'order',
  SHIPMENT: 'deliver',
  SHIPMENT_LINE: 'deliver',
  ACCEPTANCE: 'deliver',
  ACCEPTANCE_LINE: 'deliver',
  INVOICE: 'invoice',
  INVOICE_LINE: 'invoice',
  CREDIT_NOTE: 'invoice',
  PAYMENT: 'cash',
  ALLOCATION: 'cash',
  USER: 'lead',
  DEPARTMENT: 'lead',
  ROLE: 'lead',
}

export function kindName(kind: RecordKind): string {
  switch (kind) {
    case 'LEAD':
      return t('kind.lead', '线索')
    case 'ACCOUNT':
      return t('kind.account', '客户')
    case 'CONTACT':
      return t('kind.contact', '联系人')
    case 'PRODUCT':
      return t('kind.product', '产品')
    case 'OPPORTUNITY':
      return t('kind.opportunity', '商机')
    case 'QUOTE':
      return t('kind.quote', '报价')
    case 'QUOTE_VERSION':
      return t('kind.quoteVersion', '报价版本')
    case 'CONTRACT':
      return t('kind.contract', '合同')
    case 'PAYMENT_PLAN_ITEM':
      return t('kind.planItem', '回款计划')
    case 'ORDER':
      return t('kind.order', '订单')
    case 'SHIPMENT':
      return t('kind.shipment', '发货')
    case 'ACCEPTANCE':
      return t('kind.acceptance', '验收')
    case 'INVOICE':
      return t('kind.invoice', '发票')
    case 'PAYMENT':
      return t('kind.payment', '回款')
    case 'ALLOCATION':
      return t('kind.allocation', '核销')
    case 'CREDIT_NOTE':
      return t('kind.creditNote', '红冲')
    case 'JOURNEY':
      return t('kind.journey', '历程')
    case 'USER':
      return t('kind.user', '用户')
    case 'DEPARTMENT':
      return t('kind.department', '部门')
    case 'ROLE':
      return t('kind.role', '角色')
    case 'QUOTE_LINE':
      return t('kind.quoteLine', '报价明细')
    case 'ORDER_LINE':
      return t('kind.orderLine', '订单明细')
    case 'SHIPMENT_LINE':
      return t('kind.shipmentLine', '发货明细')
    case 'ACCEPTANCE_LINE':
      return t('kind.acceptanceLine', '验收明细')
    case 'INVOICE_LINE':
      return t('kind.invoiceLine', '发票明细')
  }
}

const prefixes: Record<string, RecordKind> = {
  dep: 'DEPARTMENT',
  usr: 'USER',
  rol: 'ROLE',
  jny: 'JOURNEY',
  lead: 'LEAD',
  acc: 'ACCOUNT',
  con: 'CONTACT',
  prd: 'PRODUCT',
  opp: 'OPPORTUNITY',
  quo: 'QUOTE',
  qv: 'QUOTE_VERSION',
  ctr: 'CONTRACT',
  ppi: 'PAYMENT_PLAN_ITEM',
  ord: 'ORDER',
  shp: 'SHIPMENT',
  acp: 'ACCEPTANCE',
  inv: 'INVOICE',
  pay: 'PAYMENT',
  alo: 'ALLOCATION',
  crn: 'CREDIT_NOTE',
}

// kindOfId reads what an id names from the letters that it begins with.
export const kindOfId = (id: string): RecordKind | undefined => prefixes[/^([a-z]+)_/.exec(id)?.[1] ?? '']

// pathTo answers the page of a record; undefined where it is shown only within another's.
export function pathTo(kind: RecordKind, id: string): string | undefined {
  switch (kind) {
    case 'LEAD':
      return `/leads/${id}`
    case 'ACCOUNT':
      return `/accounts/${id}`
    case 'OPPORTUNITY':
      return `/opportunities/${id}`
    case 'QUOTE':
    case 'QUOTE_VERSION':
      return `/quotes/${id}`
    case 'CONTRACT':
      return `/contracts/${id}`
    case 'ORDER':
      return `/orders/${id}`
    case 'INVOICE':
      return `/invoices/${id}`
    case 'PAYMENT':
      return `/payments/${id}`
    case 'JOURNEY':
      return `/journeys/${id}`
    case 'USER':
      return `/admin/users/${id}`
    case 'ROLE':
      return `/admin/roles/${id}`
    case 'DEPARTMENT':
      return '/admin/departments'
    default:
      return undefined
  }
}
