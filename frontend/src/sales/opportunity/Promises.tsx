import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { May } from '~/records/May.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { Button } from '~/ui/Button.tsx'
import { Money } from '~/ui/Money.tsx'
import { dateOf } from '~/ui/time.ts'
import type { OpportunityRecord } from './OpportunityPage.tsx'

export function Promises({ opportunity: o, onQuote }: { opportunity: OpportunityRecord; onQuote: () => void }) {
  const rows = [
    ...o.quotes.map((q) => ({
      kind: 'QUOTE' as const,
      to: `/quotes/${q.id}`,
      label: `${q.number} v${q.latest.number}`,
      note: t('quote.valid', '有效至 {date}', { date: dateOf(q.latest.validUntil) }),
      of: q.latest,
    })),
    ...o.contracts.map((c) => ({
      kind: 'CONTRACT' as const,
      to: `/contracts/${c.id}`,
      label: c.number,
      note: '',
      of: c,
    })),
  ]
  return (
    <section className="panel">
      <h2>{t('opportunity.promises', '报价与合同')}</h2>
      {rows.length ? (
        <table className="table">
          <tbody>
            {rows.map((r) => (
              <tr key={r.to}>
                <td>
                  <Link to={r.to}>{r.label}</Link>
                </td>
                <td>
                  <StageTag kind={r.kind} name={r.of.stageName} category={r.of.stageCategory} />
                </td>
                <td className="muted">{r.note}</td>
                <td className="right">
                  <Money of={r.of.gross} full />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="muted">
          {t('quote.none', '还没有报价。')}{' '}
          {o.stageCategory === 'OPEN' ? (
            <May verb="createQuote">
              <Button kind="quiet" onClick={onQuote}>
                {t('quote.create', '新建报价')}
              </Button>
            </May>
          ) : null}
        </p>
      )}
    </section>
  )
}
