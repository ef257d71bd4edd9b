// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('./', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.tsx?$/.test(f) && !f.startsWith('gql') && !/\.test\.|^i18n\/(en|zh-CN)\.ts/.test(f),
)
const read = (f: string) => readFileSync(new URL(f, root), 'utf8')
const departments = ['marketing', 'sales', 'legal', 'delivery', 'finance']

describe('the folders of the app', () => {
  test('a component has 150 lines at most', () => {
    const long = files
      .map((f) => [f, read(f).split('\n').length] as const)
      .filter(([f, n]) => f.endsWith('.tsx') && n > 151)
    expect(long).toEqual([])
  })
  test('a class that a component names has a rule', () => {
    const css = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.css'))
    const known = new Set(
      [
        ...css
          .map(read)
          .join()
          .matchAll(/\.([a-zA-Z][\w-]*)/g),
      ].map((m) => m[1]),
    )
    const named = files.flatMap((f) =>
      [...read(f).matchAll(/className="([^"]+)"/g)].flatMap((m) => (m[1] as string).split(/\s+/)),
    )
    expect(named.length).toBeGreaterThan(100)
    expect([...new Set(named.filter((c) => !known.has(c)))]).toEqual([])
  })
  test('a department imports no other', () => {
    const wrong = files.flatMap((f) => {
      const own = departments.find((d) => f.startsWith(`${d}/`))
      if (!own) return []
      const imports = [...read(f).matchAll(/from '([^']+)'/g)].map((m) => m[1] as string)
      return imports
        .filter((i) => departments.some((d) => d !== own && (i.startsWith(`~/${d}/`) || i.includes(`../${d}/`))))
        .map((i) => `${f}: ${i}`)
    })
    expect(wrong).toEqual([])
  })
  test('only data and app speak to the client of the cache', () => {
    const wrong = files.filter(
      (f) => !/^(data|app|records|sales\/opportunity\/useMove)/.test(f) && /@urql|exchange-graphcache/.test(read(f)),
    )
    expect(wrong).toEqual([])
  })
})
