import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import type { FieldSpec } from '~/records/form.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { fullAmount } from '~/ui/amount.ts'
import { isZero, less, subtract } from '~/ui/decimal.ts'
import { Notice } from '~/ui/Notice.tsx'
import { fullDate } from '~/ui/time.ts'
import type { PaymentRecord } from './PaymentPage.tsx'

const OpenInvoicesDocument = graphql(`
  query OpenInvoices($account: ID!) {
    receivables(account: $account, first: 50) { edges { node { id number dueOn outstanding { amount currency } } } }
  }
`)
const AllocatePaymentDocument = graphql(`
  mutation AllocatePayment($input: AllocatePaymentInput!) { allocatePayment(input: $input) { id version } }
`)

// AllocatePayment proposes the oldest invoices first, as far as the money goes.
export function AllocatePayment({ payment: p, onClose }: { payment: PaymentRecord; onClose: () => void }) {
  const read = useRead(OpenInvoicesDocument, { account: p.account?.id ?? '' }, [])
  const [allocate] = useVerb(AllocatePaymentDocument)
  if (!read.data) return null
  const invoices = read.data.receivables.edges.map((e) => e.node)
  let left = p.unallocated.amount ?? '0'
  const fields = invoices.map((i): FieldSpec => {
    const owed = i.outstanding.amount ?? '0'
    const take = less(owed, left) ? owed : left
    left = subtract(left, take)
    return {
      kind: 'money',
      name: i.id,
      wide: true,
      label: t('allocate.invoice', '{number} · 未收 {amount}', {
        number: i.number ?? '',
        amount: fullAmount(i.outstanding),
      }),
      hint: i.dueOn ? t('allocate.due', '到期 {date}', { date: fullDate(i.dueOn) }) : undefined,
      value: isZero(take) ? '' : take,
    }
  })
  return (
    <VerbSheet
      title={t('payment.allocate', '核销到发票')}
      action={t('payment.allocate.action', '核销')}
      intro={
        <Notice>
          {invoices.length
            ? t('allocate.available', '可核销 {amount}', { amount: fullAmount(p.unallocated) })
            : t('allocate.none', '这个客户没有未收的发票。')}
        </Notice>
      }
      fields={fields}
      onClose={onClose}
      submit={async (v) => {
        const allocations = invoices.flatMap((i) => {
          const amount = v.money(i.id)
          return amount && !isZero(amount.amount) ? [{ invoiceId: i.id, amount }] : []
        })
        return (await allocate({ input: { id: p.id, expectedVersion: p.version, allocations } })).fault
      }}
    />
  )
}
