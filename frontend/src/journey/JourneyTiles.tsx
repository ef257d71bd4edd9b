import type { JourneyPageFragment } from '~/gql/graphql.ts'
import { language } from '~/i18n/language.ts'
import { t } from '~/i18n/t.ts'
import { departmentName } from '~/records/Department.tsx'
import { kindName } from '~/records/kinds.ts'
import { shortAmount } from '~/ui/amount.ts'
import { add, isZero, millionths, subtract } from '~/ui/decimal.ts'
import { nameOf } from '~/ui/name.ts'
import { dateOf, span } from '~/ui/time.ts'

type Tile = [label: string, figure: string, note: string, tone?: string]

// paidOf says how much of the value has come; undefined where the reader may not see what was paid or what it is worth.
function paidOf(j: JourneyPageFragment): Tile | undefined {
  const parts = j.allocations.map((a) => a.amount.amount)
  const value = j.value.amount
  if (value === null || parts.some((p) => p === null)) return undefined
  const paid = add('0', ...parts.map((p) => p ?? '0'))
  const share = isZero(value) ? 0 : Number((millionths(paid) * 100n) / millionths(value))
  const left = { ...j.value, amount: subtract(value, paid) }
  return [
    t('journey.money', '回款'),
    `${share}%`,
    t('journey.left', '合计 {value} · 剩 {left}', {
      value: shortAmount(j.value, language()),
      left: shortAmount(left, language()),
    }),
  ]
}

// JourneyTiles: how long, how much of it waiting, how many hand-overs, where it is now, and what is paid.
export function JourneyTiles({ journey: j }: { journey: JourneyPageFragment }) {
  const { elapsedSeconds, businessSeconds, waitingSeconds, handOvers, workdaySeconds } = j.clock
  const share = businessSeconds ? Math.round((100 * waitingSeconds) / businessSeconds) : 0
  const now = j.waiting[0]
  const paid = paidOf(j)
  const tiles: Tile[] = [
    [
      t('journey.elapsed', '已用时'),
      span(businessSeconds, workdaySeconds),
      t('journey.calendar', '日历 {span} · 始于 {date}', { span: span(elapsedSeconds), date: dateOf(j.openedAt) }),
    ],
    [
      t('journey.waiting', '纯等待'),
      span(waitingSeconds, workdaySeconds),
      t('journey.share', '占 {share}%', { share }),
      share > 50 ? 'warn' : undefined,
    ],
    [
      t('journey.handOvers', '跨部门交接'),
      t('journey.times', '{n} 次', { n: handOvers }),
      now?.department
        ? t('journey.holds', '现在由{department}持有', { department: departmentName(now.department) })
        : '',
    ],
    [
      t('journey.stage', '当前阶段'),
      now ? nameOf(now.stageName) : statusName(j.status),
      now ? `${kindName(now.kind)} ${now.number}` : '',
    ],
    ...(paid ? [paid] : []),
  ]
  return (
    <dl className="tiles">
      {tiles.map(([label, figure, note, tone]) => (
        <div key={label} className="tile">
          <dt>{label}</dt>
          <dd>{figure}</dd>
          <dd className="note">
            <span className={tone}>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function statusName(status: JourneyPageFragment['status']): string {
  switch (status) {
    case 'OPEN':
      return t('journey.open.status', '进行中')
    case 'CASHED':
      return t('journey.cashed', '已收齐')
    case 'LOST':
      return t('journey.lost', '未成交')
    case 'PARKED':
      return t('journey.parked', '搁置')
  }
}
