// Decimals as the API sends them: strings. They are compared, added and shown exactly and never become floats.

const shape = /^(-?)(\d*)\.?(\d*)$/
const places = 6 // millionths, the finest that the contract knows (prices, quantities, rates)

export const isDecimal = (s: string) => shape.test(s.trim()) && /\d/.test(s)

// millionths answers the exact value times a million; a text that is no decimal counts as zero.
export function millionths(s: string): bigint {
  const m = shape.exec(s.replaceAll(',', '').trim())
  if (!m) return 0n
  const value = BigInt((m[2] || '0') + (m[3] ?? '').slice(0, places).padEnd(places, '0'))
  return m[1] ? -value : value
}

// decimal is the inverse of millionths, with at least `least` digits after the point.
export function decimal(value: bigint, least = 0): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, -places)
  const part = digits.slice(-places).replace(/0+$/, '').padEnd(least, '0')
  return (value < 0n ? '-' : '') + whole + (part ? `.${part}` : '')
}

export const add = (...terms: string[]) => decimal(terms.reduce((sum, s) => sum + millionths(s), 0n))
export const less = (a: string, b: string) => millionths(a) < millionths(b)
export const subtract = (a: string, b: string) => decimal(millionths(a) - millionths(b))
export const isZero = (s: string) => millionths(s) === 0n
export const isNegative = (s: string) => millionths(s) < 0n

// times multiplies exactly and rounds half up, away from zero (R2), to so many digits. For a preview only:
// the server computes what counts (R8).
export function times(a: string, b: string, digits = 2): string {
  return decimal(round(millionths(a) * millionths(b), 2 * places - digits) * 10n ** BigInt(places - digits), digits)
}

function round(value: bigint, drop: number): bigint {
  const unit = 10n ** BigInt(drop)
  const half = unit / 2n
  return value < 0n ? -((-value + half) / unit) : (value + half) / unit
}

// toDigits rounds half up to so many digits after the point and keeps them all.
export function toDigits(s: string, digits: number): string {
  return decimal(round(millionths(s), places - digits) * 10n ** BigInt(places - digits), digits)
}

// grouped puts a comma before every third digit.
export function grouped(s: string): string {
  const [whole = '', part] = s.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '')
}
