// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { messagesIn } from '../../build/messages.ts'

const root = new URL('../', import.meta.url)
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.tsx?$/.test(f) && !/^gql|\.test\./.test(f),
)
const used = new Map<string, Set<string>>()
for (const file of sources)
  for (const { id, message } of messagesIn(readFileSync(new URL(file, root), 'utf8')))
    used.set(id, (used.get(id) ?? new Set()).add(message))

const catalogue = (language: string) => {
  const text = readFileSync(new URL(`i18n/${language}.po`, root), 'utf8')
  return new Map(
    [...text.matchAll(/msgid "(.+)"\nmsgstr ((?:"[^\n]*"\n)+)/g)].map((m) => [
      m[1] as string,
      (m[2] ?? '').replace(/"\n"/g, '').slice(1, -2),
    ]),
  )
}
const placeholders = (s: string) => [...new Set([...s.matchAll(/\{(\w+)[,}]/g)].map((m) => m[1]))].sort()

describe('the words of the app', () => {
  test('an id has one Chinese sentence', () => {
    expect([...used].filter(([, messages]) => messages.size > 1).map(([id, m]) => [id, ...m])).toEqual([])
  })
  test.each(['zh-CN', 'en'])('every id stands in %s, and no other', (language) => {
    expect([...catalogue(language).keys()].sort()).toEqual([...used.keys()].sort())
  })
  test('English is complete and uses the same placeholders', () => {
    const zh = catalogue('zh-CN')
    for (const [id, text] of catalogue('en')) {
      expect(text, id).not.toBe('')
      expect(placeholders(text), id).toEqual(placeholders(zh.get(id) ?? ''))
    }
  })
  test('Chinese sentences have Chinese punctuation', () => {
    for (const [id, messages] of used) for (const m of messages) expect(m, id).not.toMatch(/\p{Script=Han}[,;:?!]/u)
  })
})
