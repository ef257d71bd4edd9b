import { join } from 'node:path'
import type { Plugin } from 'vite'
import { Documents } from './operations.ts'

const registry = "import { trusted as __trusted } from '~/data/trusted.ts'\n"

// documents writes each operation, whole, where it is used, so that a page brings its own and no other's. The types
// still come from codegen, which has checked them against the contract. A built page also knows each operation's id,
// which it sends in its place: the server was built with the same documents.
export function documents(): Plugin {
  let folder = ''
  let built = false
  let all: Documents
  return {
    name: 'ltc-documents',
    enforce: 'pre',
    configResolved(config) {
      folder = join(config.root, 'src')
      built = config.command === 'build'
    },
    buildStart() {
      all = new Documents(folder)
    },
    transform(code, id) {
      if (!id.startsWith(folder) || id.includes('/gql/') || !code.includes('graphql(`')) return
      const written = all.replace(code, (o) => {
        if (!o) return '""'
        return built ? `__trusted(${JSON.stringify(o.text)}, ${JSON.stringify(o.id)})` : JSON.stringify(o.text)
      })
      return { code: built ? registry + written : written, map: null }
    },
  }
}
