import type { JourneyStepRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { departmentName } from '~/records/Department.tsx'
import { span } from '~/ui/time.ts'
import { stepName } from './step.ts'

// LongestWait names the one place where most time could be won.
export function LongestWait({ steps, workday }: { steps: readonly JourneyStepRowFragment[]; workday: number }) {
  const worst = steps.reduce<JourneyStepRowFragment | undefined>(
    (w, s) => (s.department && s.waitingSeconds > (w?.waitingSeconds ?? 0) ? s : w),
    undefined,
  )
  if (!worst?.department) return null
  const worked = worst.businessSeconds - worst.waitingSeconds
  return (
    <section className="panel">
      <h2>{t('journey.improve', '最大改进点')}</h2>
      <p>
        {t('journey.worst', '{department}排队 {waited}（{step}），真正处理 {worked}。', {
          department: departmentName(worst.department),
          waited: span(worst.waitingSeconds, workday),
          step: stepName(worst),
          worked: span(worked, workday),
        })}
      </p>
    </section>
  )
}
