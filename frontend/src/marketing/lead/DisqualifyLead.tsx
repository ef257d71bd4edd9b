import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import type { LeadRecord } from './LeadPage.tsx'

const DisqualifyLeadDocument = graphql(`
  mutation DisqualifyLead($input: DisqualifyLeadInput!) { disqualifyLead(input: $input) { id version stage } }
`)

export function DisqualifyLead({ lead, onClose }: { lead: LeadRecord; onClose: () => void }) {
  const [disqualify] = useVerb(DisqualifyLeadDocument)
  const usual = [
    t('disqualify.noNeed', '没有需求'),
    t('disqualify.noBudget', '没有预算'),
    t('disqualify.unreachable', '联系不上'),
    t('disqualify.competitor', '是同行'),
  ]
  return (
    <VerbSheet
      title={t('lead.disqualify', '判定不合格')}
      action={t('lead.disqualify.action', '结束线索')}
      danger
      onClose={onClose}
      fields={[
        {
          kind: 'text',
          name: 'reason',
          label: t('move.reason', '原因'),
          required: true,
          wide: true,
          suggestions: usual,
        },
      ]}
      submit={async (v) =>
        (await disqualify({ input: { id: lead.id, expectedVersion: lead.version, reason: v.must('reason') } })).fault
      }
    />
  )
}
