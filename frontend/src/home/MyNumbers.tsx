import { useRights } from '~/app/rights.ts'
import type { MyNumbersFragment } from '~/gql/graphql.ts'
import { type FragmentType, graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { plain } from '~/records/lines/LinesTable.tsx'
import { PartialTag } from '~/records/PartialTag.tsx'
import type { Amount } from '~/ui/amount.ts'
import { subtract } from '~/ui/decimal.ts'
import { Money } from '~/ui/Money.tsx'

const MyNumbersFields = graphql(`
  fragment MyNumbers on PipelineSummary {
    partial open won winRate medianDaysToClose openAmount { amount currency } wonAmount { amount currency }
  }
`)

interface Props {
  waiting: readonly { businessSeconds: number; lateAfterSeconds: number }[]
  pipeline: FragmentType<typeof MyNumbersFields>
  receivables: { partial: boolean; total: Amount | null; notDue: Amount | null }
}

export function MyNumbers({ waiting, pipeline, receivables }: Props) {
  const p = unmask(MyNumbersFields, pipeline)
  const { works } = useRights()
  const late = waiting.filter((w) => w.lateAfterSeconds > 0 && w.businessSeconds > w.lateAfterSeconds).length
  const { total, notDue } = receivables
  const overdue =
    total?.amount && notDue?.amount ? { ...total, amount: subtract(total.amount, notDue.amount) } : undefined
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
      {works('OPPORTUNITY') ? <Deals pipeline={p} /> : null}
      {works('INVOICE') && total?.amount ? (
        <div className="tile">
          <dt>
            {t('home.receivable', '公司应收')} <PartialTag of={receivables} />
          </dt>
          <dd>
            <Money of={total} />
          </dd>
          <dd className="note">
            {t('home.overdue', '其中逾期')} <Money of={overdue} />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Deals({ pipeline: p }: { pipeline: MyNumbersFragment }) {
  return (
    <>
      <div className="tile">
        <dt>
          {t('home.openDeals', '在谈商机')} <PartialTag of={p} />
        </dt>
        <dd>
          <Money of={p.openAmount} />
        </dd>
        <dd className="note">{t('home.deals', '{n} 个', { n: p.open })}</dd>
      </div>
      <div className="tile">
        <dt>
          {t('home.won', '赢单')} <PartialTag of={p} />
        </dt>
        <dd>
          <Money of={p.wonAmount} />
        </dd>
        <dd className="note">{t('home.wonNote', '{n} 个 · 赢率 {rate}%', { n: p.won, rate: plain(p.winRate) })}</dd>
      </div>
      <div className="tile">
        <dt>{t('home.median', '成交中位用时')}</dt>
        <dd>{t('time.days', '{n} 天', { n: p.medianDaysToClose })}</dd>
      </div>
    </>
  )
}
