import type { LineInput, PaymentTermInput, PaymentTrigger } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { add, decimal, millionths, times } from '~/ui/decimal.ts'
import type { ProductChoice } from '../search.ts'

export interface LineForm {
  product: ProductChoice | null
  description: string
  unit: string
  quantity: string
  unitPrice: string
  discount: string
  taxRate: string
  optional: boolean
}
export interface TermForm {
  name: string
  trigger: PaymentTrigger
  percent: string
  dueDays: string
  plannedOn: string
}
export interface TermsForm {
  lines: LineForm[]
  paymentTerms: TermForm[]
}

export const emptyLine = (): LineForm => ({
  product: null,
  description: '',
  unit: '',
  quantity: '1',
  unitPrice: '',
  discount: '',
  taxRate: '',
  optional: false,
})
export const emptyTerm = (): TermForm => ({
  name: '',
  trigger: 'ACCEPTANCE',
  percent: '',
  dueDays: '30',
  plannedOn: '',
})

export const triggers = (): [PaymentTrigger, string][] => [
  ['SIGN', t('trigger.sign', '签约')],
  ['DELIVERY', t('trigger.delivery', '全部交付')],
  ['ACCEPTANCE', t('trigger.acceptance', '全部验收')],
  ['DATE', t('trigger.date', '指定日期')],
]
export const triggerName = (trigger: PaymentTrigger) => triggers().find(([key]) => key === trigger)?.[1] ?? trigger

const hundred = '100'

// lineAmount previews quantity x price less discount, in the currency's cents.
export function lineAmount(line: LineForm): string {
  const share = decimal((millionths(hundred) - millionths(line.discount || '0')) / 100n)
  return times(times(line.quantity || '0', line.unitPrice || '0', 6), share)
}

export const sumOf = (lines: LineForm[]) =>
  add('0.00', ...lines.filter((l) => !l.optional).map(lineAmount)).replace(/^(-?\d+)$/, '$1.00')
export const percentOf = (terms: TermForm[]) => add('0', ...terms.map((term) => term.percent || '0'))

const given = (s: string) => s.trim().replaceAll(',', '') || undefined

interface RecordLine {
  product?: { id: string; name: string } | null
  productId?: string | null
  description: string
  unit: string
  quantity: string
  unitPrice: string | null
  discount: string | null
  taxRate: string
  optional?: boolean
}

const tidy = (s: string | null) => (s === null ? '' : decimal(millionths(s)))

export function formOfLine(line: RecordLine): LineForm {
  const id = line.product?.id ?? line.productId
  return {
    product: id
      ? {
          id,
          label: line.product?.name ?? line.description,
          unit: line.unit,
          listPrice: line.unitPrice ?? '',
          taxRate: line.taxRate,
        }
      : null,
    description: line.description,
    unit: line.unit,
    quantity: tidy(line.quantity),
    unitPrice: tidy(line.unitPrice),
    discount: millionths(line.discount ?? '0') ? tidy(line.discount) : '',
    taxRate: tidy(line.taxRate),
    optional: line.optional ?? false,
  }
}

export function formOfTerm(term: {
  name: string
  trigger: PaymentTrigger
  percent: string
  dueDays: number
  plannedOn?: string | null
}): TermForm {
  return {
    name: term.name,
    trigger: term.trigger,
    percent: tidy(term.percent),
    dueDays: String(term.dueDays),
    plannedOn: term.plannedOn ?? '',
  }
}

// inputOfLine: contracts know no optional lines, so `optional` goes only where it was asked.
export function inputOfLine(line: LineForm, withOptional: boolean): LineInput {
  return {
    productId: line.product?.id,
    description: given(line.description),
    unit: given(line.unit),
    quantity: given(line.quantity) ?? '0',
    unitPrice: given(line.unitPrice),
    discount: given(line.discount),
    taxRate: given(line.taxRate),
    ...(withOptional && line.optional ? { optional: true } : {}),
  }
}

export function inputOfTerm(term: TermForm): PaymentTermInput {
  return {
    name: term.name.trim() || triggerName(term.trigger),
    trigger: term.trigger,
    percent: given(term.percent) ?? '0',
    dueDays: term.dueDays ? Number.parseInt(term.dueDays, 10) : undefined,
    plannedOn: given(term.plannedOn),
  }
}
