import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { AcceptanceKind, OrderLineRowFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import type { FieldSpec } from '~/records/form.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { isZero, less, subtract } from '~/ui/decimal.ts'
import { today } from '~/ui/time.ts'
import type { OrderRecord } from './OrderPage.tsx'
import { acceptanceKinds } from './words.ts'

const RecordAcceptanceDocument = graphql(`
  mutation RecordAcceptance($input: RecordAcceptanceInput!) { recordAcceptance(input: $input) { id version order { id version } } }
`)

interface Props {
  order: OrderRecord
  lines: readonly OrderLineRowFragment[]
  onClose: () => void
}

// RecordAcceptance proposes all that was delivered and not yet accepted; parts may be refused, a line.
export function RecordAcceptance({ order, lines, onClose }: Props) {
  const [record] = useVerb(RecordAcceptanceDocument)
  const open = lines.filter((l) => less(l.acceptedQuantity, l.deliveredQuantity))
  const fields = open.flatMap((l): FieldSpec[] => [
    {
      kind: 'quantity',
      name: `a.${l.id}`,
      label: t('acceptance.acceptedOf', '{line}：验收（{unit}）', { line: l.description, unit: l.unit }),
      value: subtract(l.deliveredQuantity, l.acceptedQuantity),
    },
    { kind: 'quantity', name: `r.${l.id}`, label: t('acceptance.rejected', '拒收'), value: '0' },
  ])
  return (
    <VerbSheet
      title={t('acceptance.record', '记录验收')}
      action={t('acceptance.action', '保存验收')}
      onClose={onClose}
      fields={[
        ...fields,
        {
          kind: 'select',
          name: 'kind',
          label: t('acceptance.kind', '验收类型'),
          value: 'FINAL',
          options: acceptanceKinds().map(([value, label]) => ({ value, label })),
        },
        { kind: 'date', name: 'acceptedOn', label: t('acceptance.on', '验收日'), value: today() },
        { kind: 'text', name: 'signer', label: t('acceptance.signer', '客户签收人'), wide: true },
        { kind: 'paragraph', name: 'remark', label: t('field.remark', '备注') },
      ]}
      submit={async (v) => {
        const chosen = open.flatMap((l) => {
          const accepted = v.decimal(`a.${l.id}`) ?? '0'
          const rejected = v.decimal(`r.${l.id}`) ?? '0'
          return isZero(accepted) && isZero(rejected) ? [] : [{ orderLineId: l.id, accepted, rejected }]
        })
        const input = {
          orderId: order.id,
          expectedVersion: order.version,
          lines: chosen,
          kind: v.one<AcceptanceKind>('kind'),
          acceptedOn: v.text('acceptedOn'),
          signer: v.text('signer'),
          remark: v.text('remark'),
        }
        return (await record({ input })).fault
      }}
    />
  )
}
