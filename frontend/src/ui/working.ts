const hour = 3600
const opens = 9
const closes = 18
export const workday = 8 * hour // business seconds; an hour of the nine is for lunch

// workingSeconds estimates the business seconds between two moments: weekdays, eight hours each. It is for the clock
// of a card between two answers of the server, whose calendar knows the holidays.
export function workingSeconds(from: Date, to: Date): number {
  if (to <= from) return 0
  const days = Math.floor((startOf(to).getTime() - startOf(from).getTime()) / (24 * hour * 1000) + 0.5)
  if (days === 0) return worked(from, to)
  const weeks = Math.floor((days - 1) / 7)
  let whole = weeks * 5
  for (let i = weeks * 7 + 1; i < days; i++) if (isWeekday(plusDays(from, i))) whole++
  return worked(from, plusDays(startOf(from), 1)) + whole * workday + worked(startOf(to), to)
}

const startOf = (d: Date) => new Date(d.getFullYear(), d.getMonth(), d.getDate())
const plusDays = (d: Date, n: number) => new Date(d.getFullYear(), d.getMonth(), d.getDate() + n)
const isWeekday = (d: Date) => d.getDay() % 6 !== 0

// worked: within one day.
function worked(from: Date, to: Date): number {
  if (!isWeekday(from)) return 0
  const day = startOf(from).getTime()
  const begin = Math.max(from.getTime(), day + opens * hour * 1000)
  const end = Math.min(to.getTime(), day + closes * hour * 1000)
  return Math.max(0, Math.round(((end - begin) / 1000) * (workday / ((closes - opens) * hour))))
}
