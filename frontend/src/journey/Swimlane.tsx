import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { JourneyStepRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { departmentName } from '~/records/Department.tsx'
import { nameOf } from '~/ui/name.ts'
import { Bar, barHeight, left } from './Bar.tsx'
import { stepName, stepTime } from './step.ts'
import { type Box, layOut, spanOf, ticks } from './swimlane.ts'

const right = 24
const trackHeight = 46
const leastWidth = 640

interface Props {
  steps: readonly JourneyStepRowFragment[]
  workday: number
  onOpen: (step: JourneyStepRowFragment) => void
}

// Swimlane: one lane a department, working days from the first touch; hatched is waiting, solid is work.
export function Swimlane({ steps, workday, onOpen }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(960)
  const [near, setNear] = useState<JourneyStepRowFragment>()
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) =>
      setRoom(Math.max(leastWidth, Math.floor(entry?.contentRect.width ?? 960))),
    )
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])

  const span = spanOf(steps, workday)
  const inner = room - left - right
  const { boxes, lanes } = layOut(steps, inner, span, (step) => widthOf(nameOf(step.stageName)))
  const tops = lanes.map((_, i) => lanes.slice(0, i).reduce((y, l) => y + l.tracks * trackHeight + 8, 0))
  const bottom = lanes.reduce((y, l) => y + l.tracks * trackHeight + 8, 0)
  const yOf = (b: Box) => (tops[b.lane] ?? 0) + b.track * trackHeight + 16

  function onKeyDown(e: KeyboardEvent, i: number) {
    const to = e.key === 'ArrowRight' ? i + 1 : e.key === 'ArrowLeft' ? i - 1 : undefined
    const box = boxes[i]
    if (to !== undefined) frame.current?.querySelectorAll<SVGGElement>('[data-step]')[to]?.focus()
    else if ((e.key === 'Enter' || e.key === ' ') && box) onOpen(box.step)
    else return
    e.preventDefault()
  }

  return (
    <figure className="swimlane" ref={frame}>
      <svg
        width={room}
        height={bottom + 26}
        viewBox={`0 0 ${room} ${bottom + 26}`}
        role="group"
        aria-label={t('journey.lanes', '部门泳道')}
      >
        <defs>
          <pattern id="waiting" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" className="wait-ground" />
            <rect width="3" height="7" className="wait-line" />
          </pattern>
        </defs>
        {lanes.map((lane, i) => (
          <g key={lane.department} data-department={lane.department.toLowerCase()}>
            <rect
              x={left - 8}
              y={tops[i]}
              width={inner + right}
              height={lane.tracks * trackHeight + 4}
              className="lane"
              data-odd={i % 2 === 0 || undefined}
            />
            <rect
              x={0}
              y={(tops[i] ?? 0) + 4}
              width={3}
              height={lane.tracks * trackHeight - 4}
              className="lane-edge"
              rx={1.5}
            />
            <text x={12} y={(tops[i] ?? 0) + (lane.tracks * trackHeight) / 2 + 6} className="lane-name">
              {departmentName(lane.department)}
            </text>
          </g>
        ))}
        {ticks(span, workday).map((day) => {
          const x = left + (day * workday * inner) / span
          return (
            <g key={day}>
              <line x1={x} x2={x} y1={0} y2={bottom} className="tick" />
              <text x={x} y={bottom + 18} className="axis">
                {t('journey.day', '第 {n} 天', { n: day })}
              </text>
            </g>
          )
        })}
        {boxes.slice(1).map((box, i) => {
          const from = boxes[i] as Box
          if (from.lane === box.lane) return null
          const x1 = left + from.x + from.width
          const y1 = yOf(from) + barHeight / 2
          const x2 = left + box.x
          const y2 = yOf(box) + barHeight / 2
          return (
            <path
              key={`${from.step.subjectId}.${from.step.enteredAt}`}
              d={`M${x1} ${y1}C${x1 + 14} ${y1} ${x2 - 14} ${y2} ${x2} ${y2}`}
              className="handover"
            />
          )
        })}
        {boxes.map((box, i) => (
          <Bar
            key={`${box.step.subjectId}.${box.step.stage}.${box.step.enteredAt}`}
            box={box}
            y={yOf(box)}
            first={i === 0}
            onOpen={() => onOpen(box.step)}
            onNear={() => setNear(box.step)}
            onKeyDown={(e) => onKeyDown(e, i)}
          />
        ))}
      </svg>
      <figcaption aria-live="polite">
        {near
          ? `${departmentName(near.department ?? 'SALES')} · ${stepName(near)} · ${stepTime(near, workday)}`
          : t('journey.hint', '点选一步查看详情；方向键逐步移动。')}
      </figcaption>
    </figure>
  )
}

// widthOf estimates a name at 12 px: Chinese characters are square, Latin letters about half as wide.
const widthOf = (name: string) => [...name].reduce((w, c) => w + (/\p{Script=Han}/u.test(c) ? 12.5 : 7), 0)
