import { t } from '~/i18n/t.ts'
import { kindName } from '~/records/kinds.ts'
import { byKind, type Hit, pathOf, titleOf } from '~/search/found.ts'
import { Highlight } from '~/search/Highlight.tsx'
import { Notes } from '~/search/Notes.tsx'
import { recent } from '~/search/recent.ts'
import type { Found } from '~/search/useSearch.ts'
import { useRights } from '../rights.ts'
import type { Option, OptionGroup } from './Options.tsx'
import { placeGroups } from './places.ts'

// useOptions groups what can be chosen. Pages are there at once and stand first: hits that arrive move nothing.
export function useOptions(
  typed: string,
  found: Found,
  open: (to: string, search?: object) => void,
  type: (text: string) => void,
): OptionGroup[] {
  const pages = placeGroups(useRights())
    .flatMap((g) => g.places)
    .filter((p) => p.label.toLowerCase().includes(typed.toLowerCase()))
    .map((p) => ({ key: p.to, label: p.label, choose: () => open(p.to) }))
  const all = () => open('/search', { q: found.text })
  const asHit = (hit: Hit): Option => {
    const page = pathOf(hit)
    return {
      key: hit.recordId,
      label: <Highlight parts={titleOf(hit)} />,
      note: <Notes hit={hit} />,
      choose: found.fresh ? () => (page ? open(page) : all()) : undefined,
    }
  }
  const everything = { key: 'all', label: t('palette.all', '查看全部结果'), choose: found.fresh ? all : undefined }
  const again = (word: string, i: number): Option => ({ key: `recent-${i}`, label: word, choose: () => type(word) })
  return [
    { name: t('palette.recent', '最近搜索'), options: typed ? [] : recent().map(again) },
    { name: t('palette.page', '页面'), options: pages },
    ...byKind(typed ? found.hits : []).map(([kind, hits]) => ({ name: kindName(kind), options: hits.map(asHit) })),
    { name: '', options: typed && found.hits.length ? [everything] : [] },
  ].filter((g) => g.options.length)
}
