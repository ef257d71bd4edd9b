import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { OpportunityField } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { emptied } from '~/records/emptied.ts'
import { searchAccounts, searchContacts, searchProducts, searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import type { OpportunityRecord } from './OpportunityPage.tsx'

export const UpdateOpportunityDocument = graphql(`
  mutation UpdateOpportunity($input: UpdateOpportunityInput!) {
    updateOpportunity(input: $input) { id version ...OpportunityCard }
  }
`)

const clearable: Record<string, OpportunityField> = {
  contact: 'CONTACT',
  product: 'PRODUCT',
  expectedClose: 'EXPECTED_CLOSE',
  needs: 'NEEDS',
  nextStep: 'NEXT_STEP',
  nextStepDue: 'NEXT_STEP_DUE',
}

const choice = (of: { id: string; name: string } | null | undefined) => (of ? { id: of.id, label: of.name } : null)

export function EditOpportunity({ opportunity: o, onClose }: { opportunity: OpportunityRecord; onClose: () => void }) {
  const [update] = useVerb(UpdateOpportunityDocument)
  return (
    <VerbSheet
      title={t('opportunity.edit', '编辑商机')}
      action={t('action.save', '保存')}
      onClose={onClose}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('opportunity.name', '商机名称'),
          required: true,
          wide: true,
          value: o.name,
        },
        {
          kind: 'pick',
          name: 'account',
          label: t('kind.account', '客户'),
          search: searchAccounts,
          value: choice(o.account),
        },
        {
          kind: 'pick',
          name: 'contact',
          label: t('kind.contact', '联系人'),
          search: searchContacts(o.account?.id),
          value: choice(o.contact),
        },
        { kind: 'money', name: 'amount', label: t('opportunity.amount', '预计金额'), value: o.amount.amount },
        { kind: 'date', name: 'expectedClose', label: t('field.expectedClose', '预计成交'), value: o.expectedClose },
        {
          kind: 'pick',
          name: 'product',
          label: t('kind.product', '产品'),
          search: searchProducts,
          value: choice(o.product),
        },
        { kind: 'pick', name: 'owner', label: t('list.owner', '负责人'), search: searchUsers, value: choice(o.owner) },
        { kind: 'text', name: 'nextStep', label: t('list.nextStep', '下一步'), value: o.nextStep },
        { kind: 'date', name: 'nextStepDue', label: t('field.nextStepDue', '下一步日期'), value: o.nextStepDue },
        { kind: 'paragraph', name: 'needs', label: t('field.needs', '需求'), value: o.needs },
      ]}
      submit={async (v) =>
        (
          await update({
            input: {
              id: o.id,
              expectedVersion: o.version,
              name: v.text('name'),
              accountId: v.id('account'),
              contactId: v.id('contact'),
              productId: v.id('product'),
              ownerId: v.id('owner'),
              amount: v.money('amount'),
              expectedClose: v.text('expectedClose'),
              needs: v.text('needs'),
              nextStep: v.text('nextStep'),
              nextStepDue: v.text('nextStepDue'),
              clear: emptied(clearable, o, v),
            },
          })
        ).fault
      }
    />
  )
}
