// zones are the IANA names that this browser knows; the reader's own is among them even where the list leaves it out.
export function zones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([...Intl.supportedValuesOf('timeZone'), own, 'UTC'])].sort()
}
