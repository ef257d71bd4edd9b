// The budget of the first page (the board), in KB after gzip; a chunk too large stops the build.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const budget = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'))
const manifest = JSON.parse(readFileSync(new URL('assets/manifest.json', dist), 'utf8'))
const kilobytes = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024

const loaded = new Set()
const styles = new Set()
function load(key) {
  const chunk = manifest[key]
  if (!chunk || loaded.has(chunk.file)) return
  loaded.add(chunk.file)
  for (const style of chunk.css ?? []) styles.add(style)
  for (const next of chunk.imports ?? []) load(next)
}
load('index.html')
load(budget.page)

const sum = (files) => [...files].reduce((total, file) => total + kilobytes(file), 0)
const assets = readdirSync(new URL('assets/', dist)).map((name) => `assets/${name}`)
const largest = (files) => files.map((file) => [file, kilobytes(file)]).sort((a, b) => b[1] - a[1])[0] ?? ['none', 0]
const [chunk, chunkSize] = largest(assets.filter((a) => a.endsWith('.js') && !loaded.has(a)))
if (process.argv.includes('--list')) for (const file of loaded) console.log(kilobytes(file).toFixed(1), file)
const [font, fontSize] = largest(assets.filter((a) => a.endsWith('.woff2')))

const measured = [
  ['initial JS of the board', sum(loaded), budget.initialScript],
  ['initial CSS of the board', sum(styles), budget.initialStyle],
  [`largest lazy chunk (${chunk})`, chunkSize, budget.lazyChunk],
  [`largest font (${font})`, fontSize, budget.font],
]
for (const [what, size, limit] of measured)
  console.log(`${size <= limit ? 'ok  ' : 'OVER'} ${what}: ${size.toFixed(1)} of ${limit} KB`)
if (measured.some(([, size, limit]) => size > limit)) process.exit(1)
