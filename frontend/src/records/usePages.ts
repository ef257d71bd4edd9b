import { useState } from 'react'

export const pageSize = 50

// usePages walks a list forwards and back by the cursors that the server gave.
export function usePages(key: string) {
  const [state, setState] = useState<{ key: string; cursors: string[] }>({ key, cursors: [] })
  const cursors = state.key === key ? state.cursors : [] // another filter begins at the first page
  return {
    after: cursors.at(-1),
    number: cursors.length + 1,
    next: (cursor: string) => setState({ key, cursors: [...cursors, cursor] }),
    back: () => setState({ key, cursors: cursors.slice(0, -1) }),
  }
}

export type Pages = ReturnType<typeof usePages>
