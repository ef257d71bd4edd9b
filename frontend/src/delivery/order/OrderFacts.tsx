import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { moneyFact } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import type { OrderRecord } from './OrderPage.tsx'
import { ProgressTag } from './ProgressTag.tsx'

export function OrderFacts({ order: o }: { order: OrderRecord }) {
  return (
    <section className="panel">
      <h2>{t('order.facts', '订单信息')}</h2>
      <Facts
        facts={[
          [t('order.shipped', '发货'), <ProgressTag key="s" of={o.shipped} />],
          [t('order.delivered', '送达'), <ProgressTag key="d" of={o.delivered} />],
          [t('order.accepted', '验收'), <ProgressTag key="a" of={o.accepted} />],
          [t('order.invoiced', '开票'), <ProgressTag key="i" of={o.invoicedProgress} />],
          [t('order.paid', '回款'), <ProgressTag key="p" of={o.paidProgress} />],
          [t('lines.gross', '价税合计'), moneyFact(o.gross, { full: true })],
          [t('contract.invoiced', '已开票'), moneyFact(o.invoiced, { full: true })],
          [t('contract.paid', '已回款'), moneyFact(o.paid, { full: true })],
          [t('field.promisedOn', '承诺交期'), o.promisedOn ? fullDate(o.promisedOn) : undefined],
          [t('field.shipTo', '收货地址'), o.shipTo],
          [t('list.owner', '负责人'), <UserChip key="u" user={o.owner} />],
          ...o.invoices.map((i): [string, React.ReactNode] => [
            t('kind.invoice', '发票'),
            <Link key={i.id} to="/invoices/$id" params={{ id: i.id }}>
              {i.number ?? i.draftNumber}
            </Link>,
          ]),
        ]}
      />
    </section>
  )
}
