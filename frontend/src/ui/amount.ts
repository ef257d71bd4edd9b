import { decimal, grouped, isNegative, millionths, toDigits } from './decimal.ts'

// Amount is money as the API sends it; an amount that the reader's roles hide is null.
export interface Amount {
  amount: string | null
  currency: string
}

const symbols: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: 'JP¥', HKD: 'HK$' }
const digitsOf: Record<string, number> = { JPY: 0, KRW: 0, KWD: 3 }

export const isHidden = (m: Amount | null | undefined) => !!m && m.amount === null
export const hiddenAmount = '–'

export const symbol = (currency: string) => symbols[currency] ?? `${currency} `

// fullAmount shows every digit, with separators: ¥1,234,567.80. Finance writes a negative in parentheses.
export function fullAmount(m: Amount, finance = false): string {
  if (m.amount === null) return hiddenAmount
  const text = symbol(m.currency) + grouped(toDigits(m.amount.replace('-', ''), digitsOf[m.currency] ?? 2))
  if (!isNegative(m.amount)) return text
  return finance ? `(${text})` : `-${text}`
}

interface Unit {
  from: bigint
  name: string
  digits: number
}
const million = 1_000_000n
const unitsOf: Record<'zh-CN' | 'en', Unit[]> = {
  'zh-CN': [
    { from: 100_000_000n * million, name: '亿', digits: 2 },
    { from: 10_000n * million, name: '万', digits: 1 },
  ],
  en: [
    { from: 1_000_000_000n * million, name: 'B', digits: 2 },
    { from: 1_000_000n * million, name: 'M', digits: 2 },
    { from: 1_000n * million, name: 'K', digits: 1 },
  ],
}

// shortAmount is for lists and cards: ¥23.7万, ¥3.25亿; ¥237K, ¥325M in English. Small amounts keep all digits.
export function shortAmount(m: Amount, language: 'zh-CN' | 'en'): string {
  if (m.amount === null) return hiddenAmount
  const value = millionths(m.amount)
  const size = value < 0n ? -value : value
  const unit = unitsOf[language].find((u) => size >= u.from)
  const sign = (value < 0n ? '-' : '') + symbol(m.currency)
  if (!unit) return sign + grouped(trimmed(toDigits(decimal(size), digitsOf[m.currency] ?? 2)))
  const scaled = decimal((size * million) / unit.from)
  return sign + grouped(trimmed(toDigits(scaled, unit.digits))) + unit.name
}

const trimmed = (s: string) => s.replace(/\.0+$/, '')
