import { t } from '~/i18n/t.ts'
import type { FieldSpec } from '~/records/form.ts'

interface Known {
  name?: string | null
  shortName?: string | null
  uscc?: string | null
  industry?: string | null
  region?: string | null
  level?: string | null
  phone?: string | null
  website?: string | null
  shippingAddress?: string | null
  billingAddress?: string | null
  invoiceTitle?: string | null
  taxNumber?: string | null
  bank?: string | null
  bankAccount?: string | null
  paymentDays?: number | null
}

// accountFields are asked the same way when an account is made and when it is changed.
export const accountFields = (a: Known = {}): FieldSpec[] => [
  { kind: 'text', name: 'name', label: t('account.legalName', '公司全称'), required: true, wide: true, value: a.name },
  { kind: 'text', name: 'shortName', label: t('account.shortName', '简称'), value: a.shortName },
  { kind: 'text', name: 'uscc', label: t('account.uscc', '统一社会信用代码'), value: a.uscc },
  { kind: 'text', name: 'industry', label: t('field.industry', '行业'), value: a.industry },
  { kind: 'text', name: 'region', label: t('field.region', '地区'), value: a.region },
  { kind: 'text', name: 'level', label: t('account.level', '等级'), value: a.level, suggestions: ['A', 'B', 'C'] },
  { kind: 'tel', name: 'phone', label: t('field.phone', '电话'), value: a.phone },
  { kind: 'text', name: 'website', label: t('account.website', '网站'), value: a.website },
  {
    kind: 'whole',
    name: 'paymentDays',
    label: t('account.paymentDays', '账期（天）'),
    value: a.paymentDays?.toString(),
  },
  { kind: 'text', name: 'shippingAddress', label: t('field.shipTo', '收货地址'), wide: true, value: a.shippingAddress },
  { kind: 'text', name: 'invoiceTitle', label: t('invoice.title', '发票抬头'), value: a.invoiceTitle },
  { kind: 'text', name: 'taxNumber', label: t('invoice.taxNumber', '税号'), value: a.taxNumber },
  { kind: 'text', name: 'bank', label: t('account.bank', '开户行'), value: a.bank },
  { kind: 'text', name: 'bankAccount', label: t('account.bankAccount', '银行账号'), value: a.bankAccount },
  {
    kind: 'text',
    name: 'billingAddress',
    label: t('account.billingAddress', '发票地址'),
    wide: true,
    value: a.billingAddress,
  },
]
