import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

// boot puts the script that sets theme and language before the first paint into the page: a file of its own,
// because the content security policy allows no inline script.
export function boot(): Plugin {
  const source = readFileSync(new URL('../src/app/boot.js', import.meta.url))
  const name = `assets/boot-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`
  let building = false
  return {
    name: 'ltc-boot',
    configResolved(config) {
      building = config.command === 'build'
    },
    buildStart() {
      if (building) this.emitFile({ type: 'asset', fileName: name, source })
    },
    transformIndexHtml() {
      const src = building ? `/${name}` : '/src/app/boot.js'
      return [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }]
    },
  }
}
