import { useNavigate } from '@tanstack/react-router'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { type Amount, fullAmount } from '~/ui/amount.ts'
import { Notice } from '~/ui/Notice.tsx'
import { toast } from '~/ui/toast.tsx'

interface Version {
  id: string
  version: number
  number: number
  gross: Amount
}
interface Props {
  version: Version
  onClose: () => void
}

const SubmitQuoteDocument = graphql(`
  mutation SubmitQuote($input: SubmitQuoteInput!) { submitQuote(input: $input) { id version stage } }
`)
const SendQuoteDocument = graphql(`
  mutation SendQuote($input: SendQuoteInput!) { sendQuote(input: $input) { id version stage } }
`)
const AcceptQuoteDocument = graphql(`
  mutation AcceptQuote($input: AcceptQuoteInput!) { acceptQuote(input: $input) { id version stage contract { id number } } }
`)
const ReviseQuoteDocument = graphql(`
  mutation ReviseQuote($input: ReviseQuoteInput!) { reviseQuote(input: $input) { id number } }
`)

const total = (v: Version) => (
  <Notice>{t('quote.total', '第 {n} 版，价税合计 {amount}', { n: v.number, amount: fullAmount(v.gross) })}</Notice>
)

export function SubmitQuote({ version, onClose }: Props) {
  const [submit] = useVerb(SubmitQuoteDocument)
  return (
    <VerbSheet
      title={t('quote.submit', '提交审批')}
      action={t('quote.submit', '提交审批')}
      intro={total(version)}
      fields={[]}
      onClose={onClose}
      submit={async () => (await submit({ input: { id: version.id, expectedVersion: version.version } })).fault}
    />
  )
}

export function SendQuote({ version, onClose }: Props) {
  const [send] = useVerb(SendQuoteDocument)
  return (
    <VerbSheet
      title={t('quote.send', '发送给客户')}
      action={t('quote.send.action', '标记已发送')}
      intro={total(version)}
      fields={[{ kind: 'paragraph', name: 'comment', label: t('quote.how', '怎样发出的（邮件、微信、当面）') }]}
      onClose={onClose}
      submit={async (v) =>
        (await send({ input: { id: version.id, expectedVersion: version.version, comment: v.text('comment') } })).fault
      }
    />
  )
}

export function AcceptQuote({ version, contact, onClose }: Props & { contact?: string }) {
  const [accept] = useVerb(AcceptQuoteDocument)
  const go = useNavigate()
  return (
    <VerbSheet
      title={t('quote.accept', '客户接受')}
      action={t('quote.accept.action', '确认客户接受')}
      intro={
        <>
          {total(version)}
          <p className="small muted">{t('quote.accept.effect', '商机随之赢单，并按此版本起草合同。')}</p>
        </>
      }
      fields={[
        { kind: 'text', name: 'acceptedBy', label: t('quote.acceptedBy', '接受人'), value: contact, wide: true },
        {
          kind: 'paragraph',
          name: 'evidence',
          label: t('quote.evidence', '凭据'),
          hint: t('quote.evidence.hint', '邮件、采购订单号'),
        },
      ]}
      onClose={onClose}
      submit={async (v) => {
        const { data, fault } = await accept({
          input: {
            id: version.id,
            expectedVersion: version.version,
            acceptedBy: v.text('acceptedBy'),
            evidence: v.text('evidence'),
          },
        })
        const contract = data?.acceptQuote?.contract
        if (contract) {
          toast(t('quote.accepted', '已赢单，合同 {number} 已起草', { number: contract.number }))
          void go({ to: '/contracts/$id', params: { id: contract.id } })
        }
        return fault
      }}
    />
  )
}

export function ReviseQuote({ quote, onClose }: { quote: { id: string; version: number }; onClose: () => void }) {
  const [revise] = useVerb(ReviseQuoteDocument)
  return (
    <VerbSheet
      title={t('quote.revise', '修订为新版本')}
      action={t('quote.revise.action', '起草新版本')}
      intro={<Notice>{t('quote.revise.effect', '复制当前内容为新草稿；新版本批准之前，当前版本继续有效。')}</Notice>}
      fields={[]}
      onClose={onClose}
      submit={async () => (await revise({ input: { id: quote.id, expectedVersion: quote.version } })).fault}
    />
  )
}
