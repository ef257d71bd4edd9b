import { t } from '~/i18n/t.ts'
import { span } from './time.ts'
import { workday, workingSeconds } from './working.ts'

// clockState: green below 70 % of the target, amber up to it, red over it; without a target just the time.
export function clockState(seconds: number, target?: number | null): 'plain' | 'good' | 'soon' | 'late' {
  if (!target) return 'plain'
  if (seconds > target) return 'late'
  return seconds >= 0.7 * target ? 'soon' : 'good'
}

// Clock says how long in working time, always in words too, never by colour alone. Target in business seconds.
export function Clock({ since, seconds, target }: { since?: string; seconds?: number; target?: number | null }) {
  const spent = seconds ?? (since ? workingSeconds(new Date(since), new Date()) : 0)
  const state = clockState(spent, target)
  const share = target ? Math.min(100, (100 * spent) / target) : 0
  const says = (s: number) => span(s, workday)
  return (
    <span
      className="clock"
      data-state={state}
      title={target ? t('clock.target', '目标 {span}', { span: says(target) }) : undefined}
    >
      {state === 'late' && target ? t('clock.over', '超 {span}', { span: says(spent - target) }) : says(spent)}
      {target ? (
        <i aria-hidden="true">
          <b style={{ width: `${share}%` }} />
        </i>
      ) : null}
    </span>
  )
}
