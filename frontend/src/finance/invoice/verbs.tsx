import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { CreditReason } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { fullAmount } from '~/ui/amount.ts'
import { Notice } from '~/ui/Notice.tsx'
import { today } from '~/ui/time.ts'
import type { InvoiceRecord } from './document.ts'
import { creditReasons } from './words.ts'

const PostInvoiceDocument = graphql(`
  mutation PostInvoice($input: PostInvoiceInput!) { postInvoice(input: $input) { id version number stage } }
`)
const DiscardInvoiceDocument = graphql(`
  mutation DiscardInvoice($input: DiscardInvoiceInput!) { discardInvoice(input: $input) { id version stage } }
`)
const CreditInvoiceDocument = graphql(`
  mutation CreditInvoice($input: CreditInvoiceInput!) { creditInvoice(input: $input) { id number invoice { id version } } }
`)

interface Props {
  invoice: InvoiceRecord
  onClose: () => void
}

// PostInvoice is never optimistic: the number exists only once the server has given it (R37).
export function PostInvoice({ invoice, onClose }: Props) {
  const [post] = useVerb(PostInvoiceDocument)
  return (
    <VerbSheet
      title={t('invoice.post', '正式开票')}
      action={t('invoice.post.action', '开票')}
      intro={
        <Notice tone="warn">
          {t('invoice.post.effect', '开票后不能再修改，只能红冲。价税合计 {amount}', {
            amount: fullAmount(invoice.gross),
          })}
        </Notice>
      }
      fields={[{ kind: 'date', name: 'issuedOn', label: t('invoice.issuedOn', '开票日'), value: today(), wide: true }]}
      onClose={onClose}
      submit={async (v) =>
        (await post({ input: { id: invoice.id, expectedVersion: invoice.version, issuedOn: v.text('issuedOn') } }))
          .fault
      }
    />
  )
}

export function DiscardInvoice({ invoice, onClose }: Props) {
  const [discard] = useVerb(DiscardInvoiceDocument)
  return (
    <VerbSheet
      title={t('invoice.discard', '作废草稿')}
      action={t('invoice.discard', '作废草稿')}
      danger
      intro={<Notice>{t('invoice.discard.effect', '草稿没有发票号，作废不占号；回款计划回到待开票。')}</Notice>}
      fields={[{ kind: 'paragraph', name: 'reason', label: t('move.reason', '原因') }]}
      onClose={onClose}
      submit={async (v) =>
        (await discard({ input: { id: invoice.id, expectedVersion: invoice.version, reason: v.text('reason') } })).fault
      }
    />
  )
}

export function CreditInvoice({ invoice, onClose }: Props) {
  const [credit] = useVerb(CreditInvoiceDocument)
  return (
    <VerbSheet
      title={t('invoice.credit', '红冲')}
      action={t('invoice.credit.action', '整张红冲')}
      danger
      intro={
        <Notice tone="warn">
          {t('invoice.credit.effect', '整张红冲 {amount}，原发票保留可查。', { amount: fullAmount(invoice.gross) })}
        </Notice>
      }
      fields={[
        {
          kind: 'select',
          name: 'reason',
          label: t('move.reason', '原因'),
          required: true,
          options: creditReasons().map(([value, label]) => ({ value, label })),
        },
        { kind: 'date', name: 'issuedOn', label: t('credit.issuedOn', '红冲日'), value: today() },
        { kind: 'paragraph', name: 'remark', label: t('field.remark', '备注') },
      ]}
      onClose={onClose}
      submit={async (v) =>
        (
          await credit({
            input: {
              id: invoice.id,
              expectedVersion: invoice.version,
              reason: v.must('reason') as CreditReason,
              issuedOn: v.text('issuedOn'),
              remark: v.text('remark'),
            },
          })
        ).fault
      }
    />
  )
}
