import { type ReactNode, useState } from 'react'
import type { TransitionFieldsFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Menu } from '~/ui/Menu.tsx'
import { nameOf } from '~/ui/name.ts'
import { MoveSheet } from './MoveSheet.tsx'
import { canTry, onward, whyNot } from './transitions.ts'

export type VerbSheets = Record<string, (close: () => void, way: TransitionFieldsFragment) => ReactNode>

interface Props {
  record: { id: string; version: number }
  ways: readonly TransitionFieldsFragment[]
  sheets: VerbSheets // the form of each verb that this page knows
  more?: { label: string; onSelect: () => void }[]
  quiet?: boolean // the page has another first step
}

// labelled: several ways may bear one label (go back); then the stage tells them apart.
function labelled(way: TransitionFieldsFragment, ways: readonly TransitionFieldsFragment[]): string {
  const label = nameOf(way.label)
  const twins = ways.filter((w) => nameOf(w.label) === label).length
  return twins > 1 ? `${label} · ${nameOf(way.name)}` : label
}

// NextActions: the one step that comes next as the primary button, all others in a menu. Closed ways say why.
export function NextActions({ record, ways, sheets, more = [], quiet }: Props) {
  const [chosen, setChosen] = useState<TransitionFieldsFragment>()
  const usable = ways.filter((w) => w.verb === 'moveStage' || sheets[w.verb])
  const primary = quiet ? undefined : onward(usable)
  const others = usable.filter((w) => w !== primary)
  const items = [
    ...others.map((w) => ({
      label: labelled(w, usable),
      disabled: canTry(w) ? undefined : whyNot(w),
      onSelect: () => setChosen(w),
    })),
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
