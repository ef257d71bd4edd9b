import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { BudgetStatus } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Notice } from '~/ui/Notice.tsx'
import type { LeadRecord } from './LeadPage.tsx'
import { asOptions, budgetStatuses } from './words.ts'

const QualifyLeadDocument = graphql(`
  mutation QualifyLead($input: QualifyLeadInput!) { qualifyLead(input: $input) { id version stage } }
`)

export function QualifyLead({ lead, onClose }: { lead: LeadRecord; onClose: () => void }) {
  const [qualify] = useVerb(QualifyLeadDocument)
  return (
    <VerbSheet
      title={t('lead.qualify', '判定合格')}
      action={t('lead.qualify.action', '判定合格')}
      onClose={onClose}
      intro={
        <Notice>{t('lead.qualify.rule', '预算、决策人、需求、时间四项满足三项即合格；不足三项须说明原因。')}</Notice>
      }
      fields={[
        { kind: 'money', name: 'budget', label: t('bant.budget', '预算'), value: lead.budget?.amount },
        {
          kind: 'select',
          name: 'budgetStatus',
          label: t('bant.budgetStatus', '预算情况'),
          value: lead.budgetStatus,
          options: asOptions(budgetStatuses()),
        },
        { kind: 'text', name: 'authority', label: t('bant.authority', '谁拍板'), value: lead.authority },
        { kind: 'date', name: 'timeline', label: t('bant.timeline', '何时要'), value: lead.timeline },
        { kind: 'paragraph', name: 'pain', label: t('bant.need', '为何需要'), value: lead.pain ?? lead.need },
        { kind: 'paragraph', name: 'reason', label: t('lead.qualifyReason', '破格原因') },
      ]}
      submit={async (v) =>
        (
          await qualify({
            input: {
              id: lead.id,
              expectedVersion: lead.version,
              budget: v.money('budget'),
              budgetStatus: v.one<BudgetStatus>('budgetStatus'),
              authority: v.text('authority'),
              pain: v.text('pain'),
              timeline: v.text('timeline'),
              reason: v.text('reason'),
            },
          })
        ).fault
      }
    />
  )
}
