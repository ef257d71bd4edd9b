import type { JourneyStepRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { kindName } from '~/records/kinds.ts'
import { nameOf } from '~/ui/name.ts'
import { span } from '~/ui/time.ts'

export const stepName = (s: JourneyStepRowFragment) => `${kindName(s.kind)} ${s.number} · ${nameOf(s.stageName)}`

// stepTime: how long, of which waiting, against which target; business time in working days.
export function stepTime(s: JourneyStepRowFragment, workday: number): string {
  const parts = [span(s.businessSeconds, workday)]
  if (s.waitingSeconds > 0)
    parts.push(t('journey.waited', '其中等待 {span}', { span: span(s.waitingSeconds, workday) }))
  if (s.lateAfterSeconds > 0) parts.push(t('clock.target', '目标 {span}', { span: span(s.lateAfterSeconds, workday) }))
  return parts.join(' · ')
}

export const isLate = (s: JourneyStepRowFragment) => s.lateAfterSeconds > 0 && s.businessSeconds > s.lateAfterSeconds
