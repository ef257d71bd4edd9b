import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatDocument } from '@urql/core'
import { parse, print, visit } from 'graphql'

const tag = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g

interface Part {
  text: string
  needs: string[]
}

export interface Operation {
  text: string // as the page holds it
  id: string // of what the page would send: it asks for __typename too, which the cache lives by
  sent: string
}

const small = (document: Parameters<typeof print>[0]) => print(document).replace(/\s+/g, ' ')

// part makes the text small and notes which fragments it spreads.
function part(source: string): Part {
  const needs: string[] = []
  const document = visit(parse(source, { noLocation: true }), {
    FragmentSpread(node) {
      needs.push(node.name.value)
    },
  })
  return { text: small(document), needs }
}

function sourcesIn(folder: string): string[] {
  const found: string[] = []
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.tsx?$/.test(path) || path.startsWith('gql')) continue
    for (const [, source = ''] of readFileSync(join(folder, path), 'utf8').matchAll(tag)) found.push(source)
  }
  return found
}

// Documents are all that the app in a folder asks: each operation whole, with the fragments that it spreads.
export class Documents {
  private readonly fragments = new Map<string, Part>()
  private readonly sources: string[]

  constructor(folder: string) {
    this.sources = sourcesIn(folder)
    for (const source of this.sources) {
      const name = /^\s*fragment\s+(\w+)/.exec(source)?.[1]
      if (name) this.fragments.set(name, part(source))
    }
  }

  // operation is the whole one of a source; undefined for a fragment, which is a part of others.
  operation(source: string): Operation | undefined {
    if (/^\s*fragment\b/.test(source)) return undefined
    const own = part(source)
    const wanted = new Set(own.needs)
    for (const name of wanted) for (const more of this.fragments.get(name)?.needs ?? []) wanted.add(more)
    const text = [own.text, ...[...wanted].map((name) => this.fragments.get(name)?.text ?? '')].join(' ')
    const sent = small(formatDocument(parse(text, { noLocation: true }) as never) as never)
    return { text, sent, id: `sha256:${createHash('sha256').update(sent).digest('hex')}` }
  }

  // manifest are the documents that a server trusts, by their ids, in the order of the ids.
  manifest(): Record<string, string> {
    const all = this.sources.map((source) => this.operation(source)).filter((o) => o !== undefined)
    return Object.fromEntries(all.map((o) => [o.id, o.sent] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  // replace puts something else for each document in a file's code.
  replace(code: string, by: (operation: Operation | undefined) => string): string {
    return code.replace(tag, (_, source: string) => by(this.operation(source)))
  }
}
