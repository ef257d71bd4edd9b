import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { StageTag } from '~/records/StageTag.tsx'
import { Money } from '~/ui/Money.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { fullDate } from '~/ui/time.ts'
import type { InvoiceRecord } from './document.ts'
import { creditReasons } from './words.ts'

// Settled: what has been paid on the invoice and what was taken back; reversals stay visible.
export function Settled({ invoice: i }: { invoice: InvoiceRecord }) {
  if (!i.allocations.length && !i.creditNotes.length) return null
  return (
    <section className="panel">
      <h2>{t('invoice.settled', '收款与红冲')}</h2>
      <table className="table">
        <tbody>
          {i.allocations.map((a) => (
            <tr key={a.id}>
              <td>
                {a.payment ? (
                  <Link to="/payments/$id" params={{ id: a.payment.id }}>
                    {a.payment.number}
                  </Link>
                ) : null}
              </td>
              <td className="num">{fullDate(a.allocatedOn)}</td>
              <td>
                {a.reverses ? (
                  <Tag tone="bad">{t('allocation.reversal', '撤销核销')}</Tag>
                ) : a.reversed ? (
                  <Tag tone="warn">{t('allocation.reversed', '已撤销')}</Tag>
                ) : null}
              </td>
              <td className="right">
                <Money of={a.amount} full finance />
              </td>
            </tr>
          ))}
          {i.creditNotes.map((c) => (
            <tr key={c.id}>
              <td className="strong">{c.number ?? t('kind.creditNote', '红冲')}</td>
              <td className="num">{c.issuedOn ? fullDate(c.issuedOn) : ''}</td>
              <td>
                <StageTag kind="CREDIT_NOTE" name={c.stageName} category={c.stageCategory} />{' '}
                {creditReasons().find(([key]) => key === c.reason)?.[1]}
              </td>
              <td className="right">
                <Money of={c.gross} full finance />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
