import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { OrderLineRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import type { FieldSpec } from '~/records/form.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { isZero, less, subtract } from '~/ui/decimal.ts'
import { today } from '~/ui/time.ts'
import type { OrderRecord } from './OrderPage.tsx'

const PlanShipmentDocument = graphql(`
  mutation PlanShipment($input: PlanShipmentInput!) { planShipment(input: $input) { id version order { id version } } }
`)

interface Props {
  order: OrderRecord
  lines: readonly OrderLineRowFragment[]
  onClose: () => void
}

// PlanShipment proposes what is not on any shipment yet; less may be sent, never more than was ordered.
export function PlanShipment({ order, lines, onClose }: Props) {
  const [plan] = useVerb(PlanShipmentDocument)
  const open = lines.filter((l) => less(l.plannedQuantity, l.quantity))
  return (
    <VerbSheet
      title={t('shipment.plan', '安排发货')}
      action={t('shipment.plan', '安排发货')}
      onClose={onClose}
      fields={[
        ...open.map(
          (l): FieldSpec => ({
            kind: 'quantity',
            name: `q.${l.id}`,
            label: `${l.description}（${l.unit}）`,
            wide: true,
            value: subtract(l.quantity, l.plannedQuantity),
          }),
        ),
        { kind: 'date', name: 'plannedOn', label: t('shipment.plannedOn', '计划发货日'), value: today() },
        { kind: 'text', name: 'carrier', label: t('shipment.carrier', '承运方') },
      ]}
      submit={async (v) => {
        const chosen = open.flatMap((l) => {
          const quantity = v.decimal(`q.${l.id}`)
          return quantity && !isZero(quantity) ? [{ orderLineId: l.id, quantity }] : []
        })
        const input = {
          orderId: order.id,
          expectedVersion: order.version,
          lines: chosen,
          plannedOn: v.text('plannedOn'),
          carrier: v.text('carrier'),
        }
        return (await plan({ input })).fault
      }}
    />
  )
}
