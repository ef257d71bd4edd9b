import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { graphql } from '~/gql/gql.ts'
import type { OpportunityCardFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Avatar } from '~/ui/Avatar.tsx'
import { Clock } from '~/ui/Clock.tsx'
import { Money } from '~/ui/Money.tsx'
import { dateOf } from '~/ui/time.ts'

export const OpportunityCardFields = graphql(`
  fragment OpportunityCard on Opportunity {
    id number version name stage stageCategory stageEnteredAt nextStep nextStepDue expectedClose
    amount { amount currency }
    account { id name }
    owner { id name }
  }
`)

interface Props {
  opportunity: OpportunityCardFragment
  column: string
  target: number // business seconds
  byMe: boolean // the newest change is one's own
  onMove: () => void
}

// One card on the board: plain elements, because there are a thousand of them.
export function OpportunityCard({ opportunity: o, column, target, byMe, onMove }: Props) {
  const card = useRef<HTMLElement>(null)
  const [dragging, setDragging] = useState(false)
  const seen = useRef(o.version)
  const changed = seen.current !== o.version && !byMe

  useEffect(() => {
    if (!card.current || !matchMedia('(pointer: fine)').matches) return // on touch the sheet moves
    return draggable({
      element: card.current,
      getInitialData: () => ({ card: o.id, column }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [o.id, column])
  useEffect(() => {
    const timer = setTimeout(() => {
      seen.current = o.version
    }, 1600)
    return () => clearTimeout(timer)
  }, [o.version])

  return (
    <article
      ref={card}
      className={changed ? 'card flash' : 'card'}
      data-card={o.id}
      data-dragging={dragging || undefined}
      aria-labelledby={`${o.id}-name`}
    >
      <h3 id={`${o.id}-name`} className="ellipsis">
        <Link to="/opportunities/$id" params={{ id: o.id }} draggable={false}>
          {o.name}
        </Link>
      </h3>
      <p className="of ellipsis">{o.account?.name ?? t('opportunity.noAccount', '未关联客户')}</p>
      <p className="worth">
        <Money of={o.amount} /> <Clock since={o.stageEnteredAt} target={target} />
      </p>
      <p className="foot">
        {o.owner ? <Avatar name={o.owner.name} /> : null}
        {o.nextStep ? (
          <span className="ellipsis">→ {o.nextStep}</span>
        ) : (
          <span className="bad">{t('list.noNextStep', '缺少下一步')}</span>
        )}
        {o.expectedClose ? <time dateTime={o.expectedClose}>{dateOf(o.expectedClose)}</time> : null}
      </p>
      <button
        type="button"
        className="move"
        aria-label={t('board.moveCard', '移动 {name}', { name: o.name })}
        onClick={onMove}
      >
        <IconDots size={16} aria-hidden="true" />
      </button>
    </article>
  )
}
