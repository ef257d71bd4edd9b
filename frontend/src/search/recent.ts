const key = 'ltc.searches'
const kept = 6

// recent are the texts by which somebody found something in this tab, the last one first. They go with the tab.
export function recent(): string[] {
  const known: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
  return Array.isArray(known) ? known.filter((text) => typeof text === 'string') : []
}

export function remember(text: string) {
  const next = [text, ...recent().filter((t) => t !== text)].slice(0, kept)
  if (text) sessionStorage.setItem(key, JSON.stringify(next))
}
