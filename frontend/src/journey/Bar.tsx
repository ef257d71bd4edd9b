import type { KeyboardEvent } from 'react'
import { stageOf } from '~/records/kinds.ts'
import { nameOf } from '~/ui/name.ts'
import { span as say } from '~/ui/time.ts'
import { stepName } from './step.ts'
import type { Box } from './swimlane.ts'

export const left = 84 // pixels for the departments' names
export const barHeight = 24

interface BarProps {
  box: Box
  y: number
  first: boolean
  onOpen: () => void
  onNear: () => void
  onKeyDown: (e: KeyboardEvent) => void
}

// Bar is one step: hatched while it waited, solid while it was worked on.
export function Bar({ box: b, y, first, onOpen, onNear, onKeyDown }: BarProps) {
  const x = left + b.x
  const name = nameOf(b.step.stageName)
  const at = {
    work: [x + b.waiting + 8, y + 16],
    wait: [x + 8, y + 16],
    right: [x + b.width + 6, y + 16],
    above: [x, y - 4],
    none: [0, 0],
  }[b.label]
  return (
    <g
      role="button"
      tabIndex={first ? 0 : -1}
      data-step
      data-stage={stageOf[b.step.kind]}
      data-current={b.current || undefined}
      className="step"
      aria-label={`${stepName(b.step)} · ${say(b.step.businessSeconds)}`}
      onClick={onOpen}
      onFocus={onNear}
      onPointerEnter={onNear}
      onKeyDown={onKeyDown}
    >
      <rect x={x} y={y} width={b.width} height={barHeight} rx={4} className="bar" />
      {b.waiting > 0 ? (
        <rect x={x} y={y} width={b.waiting} height={barHeight} rx={4} fill="url(#waiting)" className="wait" />
      ) : null}
      {b.target !== undefined ? (
        <path d={`M${left + b.target} ${y - 5}v8M${left + b.target} ${y + barHeight - 3}v8`} className="target" />
      ) : null}
      {b.current ? (
        <rect x={x - 2.5} y={y - 2.5} width={b.width + 5} height={barHeight + 5} rx={6} className="ring" />
      ) : null}
      {b.label !== 'none' ? (
        <text x={at[0]} y={at[1]} className="step-name" data-place={b.label}>
          {name}
        </text>
      ) : null}
    </g>
  )
}
