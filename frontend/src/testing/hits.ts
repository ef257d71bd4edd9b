// hit is one answer of the search, its title found whole.
export const hit = (kind: string, recordId: string, title: string, more: object = {}) => ({
  __typename: 'SearchHit',
  kind,
  recordId,
  number: null,
  title,
  matches: [{ __typename: 'SearchMatch', field: 'name', parts: [part(title, true)] }],
  record: null,
  ...more,
})

export const part = (text: string, found = false) => ({ __typename: 'SearchPart', text, found })
