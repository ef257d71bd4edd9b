import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { today } from '~/ui/time.ts'
import type { OrderRecord } from './OrderPage.tsx'

const ConfirmOrderDocument = graphql(`
  mutation ConfirmOrder($input: ConfirmOrderInput!) { confirmOrder(input: $input) { id version stage } }
`)

export function ConfirmOrder({ order, onClose }: { order: OrderRecord; onClose: () => void }) {
  const [confirm] = useVerb(ConfirmOrderDocument)
  return (
    <VerbSheet
      title={t('order.confirm', '确认订单')}
      action={t('order.confirm', '确认订单')}
      fields={[
        {
          kind: 'date',
          name: 'promisedOn',
          label: t('field.promisedOn', '承诺交期'),
          value: order.promisedOn ?? today(14),
        },
        { kind: 'paragraph', name: 'shipTo', label: t('field.shipTo', '收货地址'), value: order.shipTo },
      ]}
      onClose={onClose}
      submit={async (v) =>
        (
          await confirm({
            input: {
              id: order.id,
              expectedVersion: order.version,
              promisedOn: v.text('promisedOn'),
              shipTo: v.text('shipTo'),
            },
          })
        ).fault
      }
    />
  )
}
