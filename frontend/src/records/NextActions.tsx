import { type ReactNode, useState } from 'react'
import type { TransitionFieldsFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Menu } from '~/ui/Menu.tsx'
import { nameOf } from '~/ui/name.ts'
import { departmentName } from './Department.tsx'
import { MoveSheet } from './MoveSheet.tsx'

export type VerbSheets = Record<string, (close: () => void, way: TransitionFieldsFragment) => ReactNode>

interface Props {
  record: { id: string; version: number }
  ways: readonly TransitionFieldsFragment[]
  sheets: VerbSheets // the form of each verb that this page knows
  more?: { label: string; onSelect: () => void }[]
}

// whyNot says what closes a way: whose turn it is, or what is missing. Undefined: it is open.
export function whyNot(way: TransitionFieldsFragment): string | undefined {
  if (!way.allowed) return t('way.who', '由{who}操作', { who: way.who.map(departmentName).join('、') })
  if (!way.open) return way.missing.map((m) => m.message).join('；') || t('way.closed', '还不满足条件')
  return undefined
}

const back = new Set([
  'LOST',
  'ABANDONED',
  'DISQUALIFIED',
  'ON_HOLD',
  'VOID',
  'TERMINATED',
  'CANCELLED',
  'DISCARDED',
  'REVERSED',
  'EXCEPTION',
  'BLACKLISTED',
  'SUSPENDED',
  'POOLED',
])

// NextActions: the one step that comes next as the primary button, all others in a menu. Closed ways say why.
export function NextActions({ record, ways, sheets, more = [] }: Props) {
  const [chosen, setChosen] = useState<TransitionFieldsFragment>()
  const usable = ways.filter((w) => w.verb === 'moveStage' || sheets[w.verb])
  const primary = usable.find((w) => w.allowed && w.open && !back.has(w.category))
  const others = usable.filter((w) => w !== primary)
  const items = [
    ...others.map((w) => ({ label: nameOf(w.label), disabled: whyNot(w), onSelect: () => setChosen(w) })),
    ...more,
  ]
  const close = () => setChosen(undefined)
  return (
    <>
      {items.length ? <Menu label={t('action.more', '更多')} items={items} /> : null}
      {primary ? (
        <Button kind="primary" onClick={() => setChosen(primary)}>
          {nameOf(primary.label)}
        </Button>
      ) : null}
      {chosen ? (
        chosen.verb === 'moveStage' ? (
          <MoveSheet id={record.id} version={record.version} way={chosen} onClose={close} />
        ) : (
          sheets[chosen.verb]?.(close, chosen)
        )
      ) : null}
    </>
  )
}
