import { Link } from '@tanstack/react-router'
import type { JourneyStepRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Department } from '~/records/Department.tsx'
import { Facts } from '~/records/Facts.tsx'
import { pathTo } from '~/records/kinds.ts'
import { moneyFact } from '~/ui/Money.tsx'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'
import { instantOf, span } from '~/ui/time.ts'
import { isLate, stepName } from './step.ts'

interface Props {
  step: JourneyStepRowFragment
  workday: number
  onClose: () => void
}

// StepSheet: who held it, when it came and went, how long it waited and was worked on.
export function StepSheet({ step: s, workday, onClose }: Props) {
  const title = stepName(s)
  const to = pathTo(s.kind, s.subjectId)
  const say = (seconds: number) => span(seconds, workday)
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <Facts
            facts={[
              [t('step.department', '由谁持有'), <Department key="d" of={s.department} />],
              [t('step.actor', '谁推进到此'), s.actorName],
              [t('step.entered', '进入'), instantOf(s.enteredAt)],
              [t('step.worked', '开始处理'), s.workedAt ? instantOf(s.workedAt) : t('step.notYet', '还没有动手')],
              [t('step.left', '离开'), s.leftAt ? instantOf(s.leftAt) : t('step.now', '现在就在这里')],
              [
                t('step.total', '共用'),
                <span key="t" className={isLate(s) ? 'bad' : undefined}>
                  {say(s.businessSeconds)}
                </span>,
              ],
              [t('step.waiting', '等待'), say(s.waitingSeconds)],
              [t('step.target', '目标'), s.lateAfterSeconds ? say(s.lateAfterSeconds) : undefined],
              [t('opportunity.amount', '预计金额'), moneyFact(s.amount, { full: true })],
              [t('move.reason', '原因'), s.reason || null],
            ]}
          />
          {to ? <Link to={to}>{t('step.open', '打开 {number}', { number: s.number })}</Link> : null}
        </div>
      </div>
    </Sheet>
  )
}
