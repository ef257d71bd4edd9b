import { type FragmentType, graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { plain } from '~/records/lines/LinesTable.tsx'
import type { Amount } from '~/ui/amount.ts'
import { subtract } from '~/ui/decimal.ts'
import { Money } from '~/ui/Money.tsx'

const MyNumbersFields = graphql(`
  fragment MyNumbers on PipelineSummary {
    open won winRate medianDaysToClose openAmount { amount currency } wonAmount { amount currency }
  }
`)

interface Props {
  waiting: readonly { businessSeconds: number; lateAfterSeconds: number }[]
  pipeline: FragmentType<typeof MyNumbersFields>
  receivables: { total: Amount; notDue: Amount }
}

export function MyNumbers({ waiting, pipeline, receivables }: Props) {
  const p = unmask(MyNumbersFields, pipeline)
  const late = waiting.filter((w) => w.lateAfterSeconds > 0 && w.businessSeconds > w.lateAfterSeconds).length
  const overdue = { ...receivables.total, amount: subtract(receivables.total.amount, receivables.notDue.amount) }
  return (
    <dl className="tiles">
      <div className="tile">
        <dt>{t('home.waiting', '等我处理')}</dt>
        <dd>{waiting.length}</dd>
        <dd className="note">
          {late ? (
            <span className="bad">{t('home.late', '{n} 项已超期', { n: late })}</span>
          ) : (
            t('home.onTime', '都在期限内')
          )}
        </dd>
      </div>
      <div className="tile">
        <dt>{t('home.openDeals', '在谈商机')}</dt>
        <dd>
          <Money of={p.openAmount} />
        </dd>
        <dd className="note">{t('home.deals', '{n} 个', { n: p.open })}</dd>
      </div>
      <div className="tile">
        <dt>{t('home.won', '赢单')}</dt>
        <dd>
          <Money of={p.wonAmount} />
        </dd>
        <dd className="note">{t('home.wonNote', '{n} 个 · 赢率 {rate}%', { n: p.won, rate: plain(p.winRate) })}</dd>
      </div>
      <div className="tile">
        <dt>{t('home.median', '成交中位用时')}</dt>
        <dd>{t('time.days', '{n} 天', { n: p.medianDaysToClose })}</dd>
      </div>
      <div className="tile">
        <dt>{t('home.receivable', '公司应收')}</dt>
        <dd>
          <Money of={receivables.total} />
        </dd>
        <dd className="note">
          {t('home.overdue', '其中逾期')} <Money of={overdue} />
        </dd>
      </div>
    </dl>
  )
}
