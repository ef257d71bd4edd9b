import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '~/i18n/t.ts'
import { May } from '~/records/May.tsx'
import { Button } from '~/ui/Button.tsx'
import { Money } from '~/ui/Money.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { fullDate } from '~/ui/time.ts'
import type { PaymentRecord } from './PaymentPage.tsx'
import { ReverseAllocation } from './reverse.tsx'

export function Allocations({ payment }: { payment: PaymentRecord }) {
  const [reversing, setReversing] = useState<string>()
  return (
    <section className="panel">
      <h2>{t('payment.allocations', '核销明细')}</h2>
      {payment.allocations.length ? (
        <table className="table">
          <tbody>
            {payment.allocations.map((a) => (
              <tr key={a.id}>
                <td>
                  {a.invoice ? (
                    <Link to="/invoices/$id" params={{ id: a.invoice.id }}>
                      {a.invoice.number}
                    </Link>
                  ) : null}
                </td>
                <td className="num">{fullDate(a.allocatedOn)}</td>
                <td>
                  {a.reverses ? (
                    <Tag tone="bad">{t('allocation.reversal', '撤销核销')}</Tag>
                  ) : a.reversed ? (
                    <Tag tone="warn">{t('allocation.reversed', '已撤销')}</Tag>
                  ) : null}{' '}
                  {a.reason}
                </td>
                <td className="right">
                  <Money of={a.amount} full finance />
                </td>
                <td className="right">
                  {!a.reverses && !a.reversed ? (
                    <May verb="reverseAllocation">
                      <Button kind="quiet" onClick={() => setReversing(a.id)}>
                        {t('allocation.reverse', '撤销')}
                      </Button>
                    </May>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="muted">{t('payment.noAllocations', '还没有核销到任何发票，全部作为客户预收款。')}</p>
      )}
      {reversing ? (
        <ReverseAllocation id={reversing} payment={payment} onClose={() => setReversing(undefined)} />
      ) : null}
    </section>
  )
}
