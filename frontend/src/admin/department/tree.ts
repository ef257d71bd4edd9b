interface Part {
  id: string
  parent: { id: string } | null
}

export interface Branch<T> {
  part: T
  below: Branch<T>[]
}

// treeOf sets each department under the one that it belongs to. One whose parent is not among them stands at the top.
export function treeOf<T extends Part>(parts: readonly T[]): Branch<T>[] {
  const known = new Set(parts.map((p) => p.id))
  const under = (id: string | undefined): Branch<T>[] =>
    parts
      .filter((p) => (p.parent && known.has(p.parent.id) ? p.parent.id : undefined) === id)
      .map((part) => ({ part, below: under(part.id) }))
  return under(undefined)
}

// below answers the department and all under it: none of them can be its parent.
export function below<T extends Part>(parts: readonly T[], id: string): Set<string> {
  const found = new Set([id])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const p of parts) if (p.parent && found.has(p.parent.id)) found.add(p.id)
  }
  return found
}
