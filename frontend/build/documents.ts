import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, print, visit } from 'graphql'
import type { Plugin } from 'vite'

const tag = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g

interface Part {
  text: string
  needs: string[]
}

// fragmentsOf reads every fragment of the app: its text and the fragments that it spreads.
function fragmentsOf(folder: string): Map<string, Part> {
  const found = new Map<string, Part>()
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path) || path.startsWith('gql')) continue
    for (const [, source = ''] of readFileSync(join(folder, path), 'utf8').matchAll(tag)) {
      const name = /^\s*fragment\s+(\w+)/.exec(source)?.[1]
      if (name) found.set(name, part(source))
    }
  }
  return found
}

// part makes the text small and notes which fragments it spreads.
function part(source: string): Part {
  const needs: string[] = []
  const document = visit(parse(source, { noLocation: true }), {
    FragmentSpread(node) {
      needs.push(node.name.value)
    },
  })
  return { text: print(document).replace(/\s+/g, ' '), needs }
}

// documents writes each operation, whole, where it is used, so that a page brings its own and no other's.
// The types still come from codegen, which has checked them against the contract.
export function documents(): Plugin {
  let folder = ''
  let fragments = new Map<string, Part>()
  function whole(source: string): string {
    const own = part(source)
    if (/^\s*fragment\b/.test(source)) return ''
    const wanted = new Set(own.needs)
    for (const name of wanted) for (const more of fragments.get(name)?.needs ?? []) wanted.add(more)
    return [own.text, ...[...wanted].map((name) => fragments.get(name)?.text ?? '')].join(' ')
  }
  return {
    name: 'ltc-documents',
    enforce: 'pre',
    configResolved(config) {
      folder = join(config.root, 'src')
    },
    buildStart() {
      fragments = fragmentsOf(folder)
    },
    transform(code, id) {
      if (!id.startsWith(folder) || id.includes('/gql/') || !code.includes('graphql(`')) return
      return { code: code.replace(tag, (_, source: string) => JSON.stringify(whole(source))), map: null }
    },
  }
}
