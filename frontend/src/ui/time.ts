import { language } from '~/i18n/language.ts'
import { t } from '~/i18n/t.ts'

const hour = 3600
const day = 24 * hour

// span says a length of time in seconds as people do: 40 分钟, 3 小时, 2.1 天. A working day is shorter than 24 hours.
export function span(seconds: number, dayLength = day): string {
  if (seconds < hour) return t('time.minutes', '{n} 分钟', { n: Math.max(0, Math.round(seconds / 60)) })
  if (seconds < dayLength) return t('time.hours', '{n} 小时', { n: Math.round(seconds / hour) })
  const days = seconds / dayLength
  return t('time.days', '{n} 天', { n: days < 10 ? days.toFixed(1).replace(/\.0$/, '') : Math.round(days) })
}

export const secondsSince = (instant: string, now = Date.now()) => Math.max(0, (now - Date.parse(instant)) / 1000)

// dateOf shows a business date (no zone) or the day of an instant; the year only when it is not this one.
export function dateOf(value: string, now = new Date()): string {
  const business = /^\d{4}-\d{2}-\d{2}$/.test(value)
  const d = new Date(business ? `${value}T00:00:00` : value)
  const sameYear = d.getFullYear() === now.getFullYear()
  const parts: Intl.DateTimeFormatOptions = { month: 'numeric', day: 'numeric', year: sameYear ? undefined : 'numeric' }
  return new Intl.DateTimeFormat(language(), parts).format(d)
}

// fullDate is for finance and paper: always the year.
export function fullDate(value: string): string {
  const d = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value)
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(d)
}

export function instantOf(value: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
}

// ago is relative for two days and absolute after.
export function ago(instant: string, now = Date.now()): string {
  const seconds = secondsSince(instant, now)
  if (seconds < 60) return t('time.now', '刚刚')
  if (seconds < 2 * day) return t('time.ago', '{span}前', { span: span(seconds) })
  return instantOf(instant)
}

// today is the reader's date as YYYY-MM-DD, for the first value of a date field; the server decides what counts (R51).
export function today(plusDays = 0): string {
  const d = new Date(Date.now() + plusDays * day * 1000)
  return [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-')
}
