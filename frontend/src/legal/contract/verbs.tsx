import { useSession } from '~/app/session.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { fullAmount } from '~/ui/amount.ts'
import { Notice } from '~/ui/Notice.tsx'
import { today } from '~/ui/time.ts'
import type { ContractRecord } from './ContractPage.tsx'

const SubmitContractDocument = graphql(`
  mutation SubmitContract($input: SubmitContractInput!) { submitContract(input: $input) { id version stage } }
`)
const SignContractDocument = graphql(`
  mutation SignContract($input: SignContractInput!) { signContract(input: $input) { id version stage order { id number } } }
`)

interface Props {
  contract: ContractRecord
  onClose: () => void
}

const total = (c: ContractRecord) => (
  <Notice>
    {t('contract.total', '{number}，价税合计 {amount}', { number: c.number, amount: fullAmount(c.gross) })}
  </Notice>
)

export function SubmitContract({ contract, onClose }: Props) {
  const [submit] = useVerb(SubmitContractDocument)
  return (
    <VerbSheet
      title={t('contract.submit', '提交评审')}
      action={t('contract.submit', '提交评审')}
      intro={total(contract)}
      fields={[]}
      onClose={onClose}
      submit={async () => (await submit({ input: { id: contract.id, expectedVersion: contract.version } })).fault}
    />
  )
}

export function SignContract({ contract, onClose }: Props) {
  const { viewer } = useSession()
  const [sign] = useVerb(SignContractDocument)
  return (
    <VerbSheet
      title={t('contract.sign', '签署合同')}
      action={t('contract.sign.action', '双方已签署')}
      intro={total(contract)}
      fields={[
        {
          kind: 'text',
          name: 'signedByUs',
          label: t('contract.signedByUs', '我方签署人'),
          required: true,
          value: viewer.name,
        },
        {
          kind: 'text',
          name: 'signedByCustomer',
          label: t('contract.signedByCustomer', '客户签署人'),
          required: true,
          value: contract.opportunity?.contact?.name,
        },
        { kind: 'date', name: 'signedOn', label: t('contract.signedOn', '签署日'), value: today() },
        {
          kind: 'date',
          name: 'effectiveFrom',
          label: t('contract.effectiveFrom', '生效日'),
          value: contract.effectiveFrom,
          hint: t('contract.effective.hint', '不填则签署即生效'),
        },
      ]}
      onClose={onClose}
      submit={async (v) =>
        (
          await sign({
            input: {
              id: contract.id,
              expectedVersion: contract.version,
              signedByUs: v.must('signedByUs'),
              signedByCustomer: v.must('signedByCustomer'),
              signedOn: v.text('signedOn'),
              effectiveFrom: v.text('effectiveFrom'),
            },
          })
        ).fault
      }
    />
  )
}
