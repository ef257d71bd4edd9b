import type { OrderLineRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { plain } from '~/records/lines/LinesTable.tsx'
import { DataTable } from '~/ui/DataTable.tsx'
import { isZero } from '~/ui/decimal.ts'
import { Money } from '~/ui/Money.tsx'

const amount = (quantity: string) => (isZero(quantity) ? <span className="muted">0</span> : plain(quantity))

// OrderLines: ordered, shipped, delivered, accepted and invoiced stand side by side, a line (R33).
export function OrderLines({ lines }: { lines: readonly OrderLineRowFragment[] }) {
  return (
    <section className="panel">
      <h2>{t('order.lines', '订单明细')}</h2>
      <DataTable
        label={t('order.lines', '订单明细')}
        rows={[...lines]}
        rowKey={(l) => l.id}
        columns={[
          { key: 'description', head: t('lines.description', '品名与规格'), card: 'title', cell: (l) => l.description },
          {
            key: 'quantity',
            head: t('order.ordered', '订购'),
            right: true,
            cell: (l) => `${plain(l.quantity)} ${l.unit}`,
          },
          {
            key: 'planned',
            head: t('order.planned', '已安排'),
            right: true,
            card: 'hide',
            cell: (l) => amount(l.plannedQuantity),
          },
          { key: 'shipped', head: t('order.shipped', '发货'), right: true, cell: (l) => amount(l.shippedQuantity) },
          {
            key: 'delivered',
            head: t('order.delivered', '送达'),
            right: true,
            card: 'hide',
            cell: (l) => amount(l.deliveredQuantity),
          },
          { key: 'accepted', head: t('order.accepted', '验收'), right: true, cell: (l) => amount(l.acceptedQuantity) },
          {
            key: 'rejected',
            head: t('order.rejected', '拒收'),
            right: true,
            card: 'hide',
            cell: (l) => (isZero(l.rejectedQuantity) ? null : <span className="bad">{plain(l.rejectedQuantity)}</span>),
          },
          {
            key: 'invoiced',
            head: t('order.invoiced', '开票'),
            right: true,
            card: 'hide',
            cell: (l) => amount(l.invoicedQuantity),
          },
          {
            key: 'gross',
            head: t('lines.gross', '价税合计'),
            right: true,
            money: (l) => l.gross,
            cell: (l) => <Money of={l.gross} full />,
          },
        ]}
      />
    </section>
  )
}
