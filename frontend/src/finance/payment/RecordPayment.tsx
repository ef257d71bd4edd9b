import { useNavigate } from '@tanstack/react-router'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { PaymentMethod } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { searchAccounts } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { type Amount, fullAmount } from '~/ui/amount.ts'
import { less } from '~/ui/decimal.ts'
import { Notice } from '~/ui/Notice.tsx'
import { today } from '~/ui/time.ts'
import { methods } from './words.ts'

const RecordPaymentDocument = graphql(`
  mutation RecordPayment($input: RecordPaymentInput!) { recordPayment(input: $input) { id number } }
`)

interface Props {
  account?: { id: string; name: string }
  invoice?: { id: string; number?: string | null; outstanding: Amount }
  onClose: () => void
}

// RecordPayment: money that came. For an invoice it settles it at once, as far as it goes; what is over stays as credit.
export function RecordPayment({ account, invoice, onClose }: Props) {
  const [record] = useVerb(RecordPaymentDocument)
  const go = useNavigate()
  const owed = invoice?.outstanding.amount
  return (
    <VerbSheet
      title={t('payment.record', '登记回款')}
      action={t('payment.record.action', '登记')}
      draft={account ? undefined : 'payment'}
      intro={
        invoice ? (
          <Notice>
            {t('payment.for', '核销发票 {number}，未收 {amount}', {
              number: invoice.number ?? '',
              amount: fullAmount(invoice.outstanding),
            })}
          </Notice>
        ) : undefined
      }
      fields={[
        {
          kind: 'pick',
          name: 'account',
          label: t('kind.account', '客户'),
          required: true,
          wide: true,
          search: searchAccounts,
          value: account ? { id: account.id, label: account.name } : null,
        },
        {
          kind: 'money',
          name: 'amount',
          label: t('payment.amount', '到账金额'),
          required: true,
          value: owed,
        },
        { kind: 'date', name: 'receivedOn', label: t('payment.receivedOn', '到账日'), value: today() },
        {
          kind: 'select',
          name: 'method',
          label: t('payment.method', '方式'),
          required: true,
          value: 'BANK',
          options: methods().map(([value, label]) => ({ value, label })),
        },
        {
          kind: 'text',
          name: 'bankReference',
          label: t('payment.reference', '银行流水号'),
          hint: t('payment.reference.hint', '同一流水号只记一次'),
        },
        { kind: 'text', name: 'payer', label: t('payment.payer', '付款人'), value: account?.name },
        { kind: 'text', name: 'remark', label: t('field.remark', '备注') },
      ]}
      onClose={onClose}
      submit={async (v) => {
        const amount = v.money('amount')
        if (!amount) return undefined
        const settles = owed && (less(owed, amount.amount) ? owed : amount.amount)
        const { data, fault } = await record({
          input: {
            accountId: v.id('account') ?? '',
            amount,
            receivedOn: v.text('receivedOn'),
            method: v.one<PaymentMethod>('method'),
            bankReference: v.text('bankReference'),
            payer: v.text('payer'),
            remark: v.text('remark'),
            allocations:
              invoice && settles
                ? [{ invoiceId: invoice.id, amount: { amount: settles, currency: amount.currency } }]
                : undefined,
          },
        })
        if (data?.recordPayment && !invoice) void go({ to: '/payments/$id', params: { id: data.recordPayment.id } })
        return fault
      }}
    />
  )
}
