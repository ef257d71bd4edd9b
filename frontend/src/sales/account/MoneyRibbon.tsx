import { t } from '~/i18n/t.ts'
import type { Amount } from '~/ui/amount.ts'
import { millionths } from '~/ui/decimal.ts'
import { Money } from '~/ui/Money.tsx'

interface Props {
  account: { openPipeline: Amount; won: Amount; invoiced: Amount; paid: Amount }
}

// MoneyRibbon: how far the account's money has come, as bars on one scale.
export function MoneyRibbon({ account: a }: Props) {
  const steps: [string, string, Amount][] = [
    ['opportunity', t('account.pipeline', '在谈'), a.openPipeline],
    ['contract', t('account.won', '赢单'), a.won],
    ['invoice', t('contract.invoiced', '已开票'), a.invoiced],
    ['cash', t('contract.paid', '已回款'), a.paid],
  ]
  const seen = steps.filter(([, , m]) => m.amount !== null)
  if (!seen.length) return null
  const worth = (m: Amount) => millionths(m.amount ?? '0')
  let most = 1n
  for (const [, , m] of seen) if (worth(m) > most) most = worth(m)
  return (
    <section className="panel">
      <h2>{t('account.ribbon', '钱到了哪一步')}</h2>
      <div className="stack">
        {seen.map(([stage, label, amount]) => (
          <div key={stage} data-stage={stage}>
            <div className="row small">
              {label}
              <span className="push strong">
                <Money of={amount} />
              </span>
            </div>
            <div className="meter">
              <b style={{ width: `${Number((worth(amount) * 100n) / most)}%` }} />
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
