import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'

const LoseOpportunityDocument = graphql(`
  mutation LoseOpportunity($input: LoseOpportunityInput!) { loseOpportunity(input: $input) { id version stage } }
`)

export function LoseOpportunity({
  opportunity,
  onClose,
}: {
  opportunity: { id: string; version: number }
  onClose: () => void
}) {
  const [lose] = useVerb(LoseOpportunityDocument)
  const usual = [
    t('lose.price', '价格'),
    t('lose.competitor', '败给竞争对手'),
    t('lose.noBudget', '预算取消'),
    t('lose.fit', '产品不匹配'),
    t('lose.silent', '客户不再回应'),
  ]
  return (
    <VerbSheet
      title={t('opportunity.lose', '标记输单')}
      action={t('opportunity.lose.action', '标记输单')}
      danger
      onClose={onClose}
      fields={[
        {
          kind: 'text',
          name: 'reason',
          label: t('opportunity.lostReason', '输单原因'),
          required: true,
          wide: true,
          suggestions: usual,
        },
        { kind: 'paragraph', name: 'comment', label: t('move.comment', '备注') },
      ]}
      submit={async (v) =>
        (
          await lose({
            input: {
              id: opportunity.id,
              expectedVersion: opportunity.version,
              reason: v.must('reason'),
              comment: v.text('comment'),
            },
          })
        ).fault
      }
    />
  )
}
