import { useEffect } from 'react'
import type { OpportunityCardFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { nameOf } from '~/ui/name.ts'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'

interface Props {
  opportunity: OpportunityCardFragment
  stages: { key: string; name: { zh: string; en: string } }[]
  onChoose: (stage: string) => void
  onClose: () => void
}

// MoveTo is the way to move without dragging: on touch, and by keyboard with a digit.
export function MoveTo({ opportunity, stages, onChoose, onClose }: Props) {
  const others = stages.filter((s) => s.key !== opportunity.stage)
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const stage = others[Number(e.key) - 1]
      if (stage) onChoose(stage.key)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  const title = t('board.moveTo', '移动到…')
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <p className="strong">{opportunity.name}</p>
          {others.map((s, i) => (
            <Button key={s.key} onClick={() => onChoose(s.key)}>
              <kbd className="desk-only">{i + 1}</kbd> {nameOf(s.name)}
            </Button>
          ))}
        </div>
      </div>
    </Sheet>
  )
}
