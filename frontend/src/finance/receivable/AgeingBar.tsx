import { type FragmentType, graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { PartialTag } from '~/records/PartialTag.tsx'
import type { Amount } from '~/ui/amount.ts'
import { millionths } from '~/ui/decimal.ts'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import './ageing.css'

const Ageing = graphql(`
  fragment Ageing on ReceivablesSummary {
    asOf partial
    total { amount currency } notDue { amount currency } credit { amount currency }
    days1to30 { amount currency } days31to60 { amount currency } days61to90 { amount currency } over90 { amount currency }
  }
`)

// AgeingBar: what is owed, by how late it is; each part says its figure in words too.
export function AgeingBar({ summary }: { summary: FragmentType<typeof Ageing> }) {
  const s = unmask(Ageing, summary)
  const total = millionths(s.total?.amount ?? '0')
  const parts: [string, string, Amount | null][] = [
    ['var(--ok)', t('ageing.notDue', '未到期'), s.notDue],
    ['color-mix(in srgb, var(--warn) 60%, var(--surface))', t('ageing.30', '1–30 天'), s.days1to30],
    ['var(--warn)', t('ageing.60', '31–60 天'), s.days31to60],
    ['color-mix(in srgb, var(--bad) 65%, var(--surface))', t('ageing.90', '61–90 天'), s.days61to90],
    ['var(--bad)', t('ageing.over', '90 天以上'), s.over90],
  ]
  const share = (m: Amount | null) => (total > 0n ? Number((millionths(m?.amount ?? '0') * 10_000n) / total) / 100 : 0)
  return (
    <section className="panel stack" aria-label={t('ageing.title', '账龄')}>
      <div className="row wrap">
        <span className="muted">{t('ageing.total', '应收合计')}</span>
        <PartialTag of={s} />
        <b className="kpi">
          <Money of={s.total} full finance />
        </b>
        <span className="push muted small">
          {t('ageing.asOf', '截至 {date} · 客户预收', { date: fullDate(s.asOf) })} <Money of={s.credit} full finance />
        </span>
      </div>
      <div className="ageing" aria-hidden="true">
        {parts.map(([colour, label, amount]) =>
          share(amount) > 0 ? <i key={label} style={{ width: `${share(amount)}%`, background: colour }} /> : null,
        )}
      </div>
      <dl className="ageing-legend">
        {parts.map(([colour, label, amount]) => (
          <div key={label}>
            <dt>
              <i className="dot" style={{ background: colour }} aria-hidden="true" /> {label}
            </dt>
            <dd>
              <Money of={amount} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
