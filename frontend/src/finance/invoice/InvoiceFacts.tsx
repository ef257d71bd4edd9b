import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { isZero } from '~/ui/decimal.ts'
import { moneyFact } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import type { InvoiceRecord } from './document.ts'

export function InvoiceFacts({ invoice: i }: { invoice: InvoiceRecord }) {
  return (
    <section className="panel">
      <h2>{t('invoice.facts', '发票信息')}</h2>
      <Facts
        facts={[
          [t('lines.gross', '价税合计'), moneyFact(i.gross, { full: true, finance: true })],
          [t('invoice.words', '大写'), i.gross.words],
          [t('contract.paid', '已回款'), moneyFact(i.paid, { full: true, finance: true })],
          [
            t('invoice.credited', '已红冲'),
            isZero(i.credited.amount ?? '0') ? null : moneyFact(i.credited, { full: true, finance: true }),
          ],
          [t('invoice.outstanding', '未收'), moneyFact(i.outstanding, { full: true, finance: true })],
          [t('invoice.issuedOn', '开票日'), i.issuedOn ? fullDate(i.issuedOn) : undefined],
          [
            t('invoice.dueOn', '到期日'),
            i.dueOn ? fullDate(i.dueOn) : t('invoice.dueAfter', '开票后 {n} 天', { n: i.dueDays }),
          ],
          [t('invoice.title', '发票抬头'), i.title],
          [t('invoice.taxNumber', '税号'), i.taxNumber],
          [
            t('kind.order', '订单'),
            i.order ? (
              <Link key="r" to="/orders/$id" params={{ id: i.order.id }}>
                {i.order.number}
              </Link>
            ) : null,
          ],
          [t('field.remark', '备注'), i.remark ?? null],
        ]}
      />
    </section>
  )
}
