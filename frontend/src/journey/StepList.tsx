import type { JourneyStepRowFragment } from '~/gql/graphql.ts'
import { Department } from '~/records/Department.tsx'
import { stageOf } from '~/records/kinds.ts'
import { isLate, stepName, stepTime } from './step.ts'

interface Props {
  steps: readonly JourneyStepRowFragment[]
  workday: number
  onOpen: (step: JourneyStepRowFragment) => void
}

// StepList: the same steps as rows, each with its two-part bar; what a phone shows.
export function StepList({ steps, workday, onOpen }: Props) {
  const most = Math.max(1, ...steps.map((s) => s.businessSeconds))
  return (
    <ol className="step-list">
      {steps.map((s) => (
        <li
          key={`${s.subjectId}.${s.stage}.${s.enteredAt}`}
          data-stage={stageOf[s.kind]}
          data-current={(!s.leftAt && s.department) || undefined}
        >
          <button type="button" onClick={() => onOpen(s)}>
            <span className="row">
              <b>{stepName(s)}</b>
              <span className="push">
                <Department of={s.department} />
              </span>
            </span>
            <span
              className="two-part"
              aria-hidden="true"
              style={{ width: `${Math.max(1, (100 * s.businessSeconds) / most)}%` }}
            >
              <i style={{ width: `${s.businessSeconds ? (100 * s.waitingSeconds) / s.businessSeconds : 0}%` }} />
            </span>
            <span className={isLate(s) ? 'small bad' : 'small muted'}>{stepTime(s, workday)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
