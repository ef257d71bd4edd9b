import { useNavigate } from '@tanstack/react-router'
import { useSession } from '~/app/session.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { searchAccounts, searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { toast } from '~/ui/toast.tsx'
import type { LeadRecord } from './LeadPage.tsx'

const ConvertLeadDocument = graphql(`
  mutation ConvertLead($input: ConvertLeadInput!) {
    convertLead(input: $input) { id version stage opportunity { id name } account { id name } }
  }
`)

export function ConvertLead({ lead, onClose }: { lead: LeadRecord; onClose: () => void }) {
  const [convert] = useVerb(ConvertLeadDocument)
  const { viewer } = useSession()
  const go = useNavigate()
  const owner = lead.owner ?? viewer
  return (
    <VerbSheet
      title={t('lead.convert', '转为商机')}
      action={t('lead.convert.action', '转为商机')}
      onClose={onClose}
      fields={[
        {
          kind: 'text',
          name: 'opportunityName',
          label: t('opportunity.name', '商机名称'),
          wide: true,
          value: `${lead.company} · ${lead.need ?? t('opportunity.kind', '项目')}`.slice(0, 80),
        },
        { kind: 'money', name: 'amount', label: t('opportunity.amount', '预计金额'), value: lead.budget?.amount },
        { kind: 'date', name: 'expectedClose', label: t('field.expectedClose', '预计成交'), value: lead.timeline },
        {
          kind: 'pick',
          name: 'account',
          label: t('kind.account', '客户'),
          search: searchAccounts,
          hint: t('lead.convert.account', '不选则按公司名查找，找不到就新建'),
        },
        {
          kind: 'pick',
          name: 'owner',
          label: t('list.owner', '负责人'),
          search: searchUsers,
          value: { id: owner.id, label: owner.name },
        },
      ]}
      submit={async (v) => {
        const { data, fault } = await convert({
          input: {
            id: lead.id,
            expectedVersion: lead.version,
            opportunityName: v.text('opportunityName'),
            amount: v.money('amount'),
            expectedClose: v.text('expectedClose'),
            accountId: v.id('account'),
            ownerId: v.id('owner'),
          },
        })
        const made = data?.convertLead?.opportunity
        if (made) {
          toast(t('lead.converted', '已转为商机“{name}”', { name: made.name }))
          void go({ to: '/opportunities/$id', params: { id: made.id } })
        }
        return fault
      }}
    />
  )
}
