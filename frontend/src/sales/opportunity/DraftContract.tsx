import { useNavigate } from '@tanstack/react-router'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'

const DraftContractDocument = graphql(`
  mutation DraftContract($input: DraftContractInput!) { draftContract(input: $input) { id number } }
`)

// DraftContract asks legal's verb for a contract without a quote: an order that came by word of mouth.
export function DraftContract({
  opportunity,
  onClose,
}: {
  opportunity: { id: string; name: string }
  onClose: () => void
}) {
  const [draft] = useVerb(DraftContractDocument)
  const go = useNavigate()
  return (
    <VerbSheet
      title={t('contract.draftWithout', '不经报价起草合同')}
      action={t('contract.draft', '起草合同')}
      onClose={onClose}
      fields={[
        { kind: 'text', name: 'title', label: t('contract.title', '合同名称'), wide: true, value: opportunity.name },
        { kind: 'date', name: 'effectiveFrom', label: t('contract.effectiveFrom', '生效日') },
        { kind: 'date', name: 'effectiveTo', label: t('contract.effectiveTo', '到期日') },
      ]}
      submit={async (v) => {
        const { data, fault } = await draft({
          input: {
            opportunityId: opportunity.id,
            title: v.text('title'),
            effectiveFrom: v.text('effectiveFrom'),
            effectiveTo: v.text('effectiveTo'),
          },
        })
        if (data?.draftContract) void go({ to: '/contracts/$id', params: { id: data.draftContract.id } })
        return fault
      }}
    />
  )
}
