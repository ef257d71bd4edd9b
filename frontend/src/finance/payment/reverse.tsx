import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Notice } from '~/ui/Notice.tsx'
import type { PaymentRecord } from './PaymentPage.tsx'

const ReverseAllocationDocument = graphql(`
  mutation ReverseAllocation($input: ReverseAllocationInput!) { reverseAllocation(input: $input) { id version } }
`)
const ReversePaymentDocument = graphql(`
  mutation ReversePayment($input: ReversePaymentInput!) { reversePayment(input: $input) { id version stage } }
`)

const reason = () => [{ kind: 'paragraph' as const, name: 'reason', label: t('move.reason', '原因'), required: true }]

export function ReverseAllocation({
  id,
  payment,
  onClose,
}: {
  id: string
  payment: PaymentRecord
  onClose: () => void
}) {
  const [reverse] = useVerb(ReverseAllocationDocument)
  return (
    <VerbSheet
      title={t('allocation.reverse.title', '撤销核销')}
      action={t('allocation.reverse.title', '撤销核销')}
      danger
      intro={
        <Notice>
          {t('allocation.reverse.effect', '金额回到这笔回款的未核销部分，发票重新变为未收；两行都保留。')}
        </Notice>
      }
      fields={reason()}
      onClose={onClose}
      submit={async (v) =>
        (await reverse({ input: { id, expectedVersion: payment.version, reason: v.must('reason') } })).fault
      }
    />
  )
}

export function ReversePayment({ payment, onClose }: { payment: PaymentRecord; onClose: () => void }) {
  const [reverse] = useVerb(ReversePaymentDocument)
  return (
    <VerbSheet
      title={t('payment.reverse', '冲销回款')}
      action={t('payment.reverse', '冲销回款')}
      danger
      intro={<Notice tone="warn">{t('payment.reverse.effect', '用于退票、错收：整笔冲销，核销一并撤销。')}</Notice>}
      fields={reason()}
      onClose={onClose}
      submit={async (v) =>
        (await reverse({ input: { id: payment.id, expectedVersion: payment.version, reason: v.must('reason') } })).fault
      }
    />
  )
}
