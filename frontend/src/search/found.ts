import { graphql } from '~/gql/gql.ts'
import type { SearchQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { pathTo } from '~/records/kinds.ts'

export const SearchDocument = graphql(`
  query Search($text: String!, $kinds: [RecordKind!], $first: Int) {
    search(text: $text, kinds: $kinds, first: $first) {
      kind recordId number title
      matches { field parts { text found } }
      record {
        ... on Contact { id title account { id name } }
        ... on Lead { id company }
        ... on Opportunity { id account { id name } }
        ... on Quote { id account { id name } }
        ... on Contract { id account { id name } }
        ... on Order { id account { id name } }
        ... on Shipment { id account { id name } order { id } }
        ... on Acceptance { id account { id name } order { id } }
        ... on Invoice { id account { id name } }
        ... on Payment { id account { id name } }
        ... on CreditNote { id account { id name } invoice { id } }
      }
    }
  }
`)

export type Hit = SearchQuery['search'][number]
export type Part = Hit['matches'][number]['parts'][number]

const textOf = (parts: Part[]) => parts.map((p) => p.text).join('')

// titleOf is the title as it was found.
export const titleOf = (hit: Hit): Part[] =>
  hit.matches.find((m) => textOf(m.parts) === hit.title)?.parts ?? [{ text: hit.title, found: false }]

// matchesOf are the other texts in which something was found; a number is always shown.
export function matchesOf(hit: Hit): Part[][] {
  const others = hit.matches.map((m) => m.parts).filter((parts) => textOf(parts) !== hit.title)
  const number = hit.number && hit.number !== hit.title ? hit.number : undefined
  return number && !others.some((parts) => textOf(parts) === number)
    ? [[{ text: number, found: false }], ...others]
    : others
}

// noteOf says whose the record is.
export function noteOf(hit: Hit): string | undefined {
  const record = hit.record
  if (!record) return undefined
  if ('account' in record) return record.account?.name
  const shown = hit.matches.some((m) => m.field === 'company')
  return 'company' in record && !shown ? record.company : undefined
}

// pathOf is the page on which the hit is shown: its own, or that of what it belongs to.
export function pathOf(hit: Hit): string | undefined {
  const record = hit.record
  const own = pathTo(hit.kind, hit.recordId)
  if (own || !record) return own
  if ('order' in record && record.order) return pathTo('ORDER', record.order.id)
  if ('invoice' in record && record.invoice) return pathTo('INVOICE', record.invoice.id)
  if ('account' in record && record.account) return pathTo('ACCOUNT', record.account.id)
  return undefined
}

// byKind puts hits of one kind together; the kind of the best hit comes first.
export function byKind(hits: Hit[]): [Hit['kind'], Hit[]][] {
  const groups = new Map<Hit['kind'], Hit[]>()
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit])
  return [...groups]
}

// countOf is said of an answer.
export const countOf = (n: number, text: string) =>
  n ? t('search.found', '找到 {n} 条', { n }) : t('search.nothing', '没有找到“{text}”', { text })

export const searchHint = () => t('search.hint', '可按名称、编号、电话、邮箱查找，也可用拼音或首字母；多个词用空格隔开')
