import { useSession } from '~/app/session.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import type { LeadRecord } from './LeadPage.tsx'

export const AssignLeadDocument = graphql(`
  mutation AssignLead($input: AssignLeadInput!) { assignLead(input: $input) { id version stage } }
`)

export function AssignLead({ lead, onClose }: { lead: LeadRecord; onClose: () => void }) {
  const { viewer } = useSession()
  const [assign] = useVerb(AssignLeadDocument)
  const first = lead.owner ?? viewer
  return (
    <VerbSheet
      title={t('lead.assign', '分配线索')}
      action={t('lead.assign.action', '分配')}
      onClose={onClose}
      fields={[
        {
          kind: 'pick',
          name: 'owner',
          label: t('list.owner', '负责人'),
          required: true,
          wide: true,
          search: searchUsers,
          value: { id: first.id, label: first.name },
        },
      ]}
      submit={async (v) =>
        (await assign({ input: { id: lead.id, expectedVersion: lead.version, ownerId: v.id('owner') ?? '' } })).fault
      }
    />
  )
}
