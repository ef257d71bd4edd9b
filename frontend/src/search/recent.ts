const key = 'ltc.searches'
const kept = 6

// recent are the texts that led somebody to a record, a page or all results in this tab, the last one first. They go
// with the tab, and with the session (data/client.ts, app/session.ts).
export function recent(): string[] {
  const known: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
  return Array.isArray(known) ? known.filter((text) => typeof text === 'string') : []
}

export function remember(text: string) {
  const next = [text, ...recent().filter((t) => t !== text)].slice(0, kept)
  if (text) sessionStorage.setItem(key, JSON.stringify(next))
}
