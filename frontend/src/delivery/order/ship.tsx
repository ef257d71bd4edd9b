import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { ShipmentRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { today } from '~/ui/time.ts'

const ShipDocument = graphql(`
  mutation Ship($input: ShipInput!) { ship(input: $input) { id version stage order { id version } } }
`)
const ConfirmDeliveredDocument = graphql(`
  mutation ConfirmDelivered($input: ConfirmDeliveredInput!) { confirmDelivered(input: $input) { id version stage order { id version } } }
`)

interface Props {
  shipment: ShipmentRowFragment
  onClose: () => void
}

export function Ship({ shipment: s, onClose }: Props) {
  const [ship] = useVerb(ShipDocument)
  return (
    <VerbSheet
      title={t('shipment.ship', '发货')}
      action={t('shipment.ship.action', '已发出')}
      fields={[
        { kind: 'date', name: 'shippedOn', label: t('shipment.shippedOn', '发出日'), value: today() },
        { kind: 'text', name: 'carrier', label: t('shipment.carrier', '承运方'), value: s.carrier },
        {
          kind: 'text',
          name: 'trackingNumber',
          label: t('shipment.tracking', '运单号'),
          wide: true,
          value: s.trackingNumber,
        },
      ]}
      onClose={onClose}
      submit={async (v) =>
        (
          await ship({
            input: {
              id: s.id,
              expectedVersion: s.version,
              shippedOn: v.text('shippedOn'),
              carrier: v.text('carrier'),
              trackingNumber: v.text('trackingNumber'),
            },
          })
        ).fault
      }
    />
  )
}

export function ConfirmDelivered({ shipment: s, onClose }: Props) {
  const [confirm] = useVerb(ConfirmDeliveredDocument)
  return (
    <VerbSheet
      title={t('shipment.confirmDelivered', '确认送达')}
      action={t('shipment.confirmDelivered', '确认送达')}
      fields={[
        { kind: 'date', name: 'deliveredOn', label: t('shipment.deliveredOn', '送达日'), value: today() },
        { kind: 'text', name: 'receivedBy', label: t('shipment.receivedBy', '收货人') },
      ]}
      onClose={onClose}
      submit={async (v) =>
        (
          await confirm({
            input: {
              id: s.id,
              expectedVersion: s.version,
              deliveredOn: v.text('deliveredOn'),
              receivedBy: v.text('receivedBy'),
            },
          })
        ).fault
      }
    />
  )
}
