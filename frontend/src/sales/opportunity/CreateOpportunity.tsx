import { useNavigate } from '@tanstack/react-router'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { searchAccounts, searchProducts, searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'

const CreateOpportunityDocument = graphql(`
  mutation CreateOpportunity($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id number } }
`)

export function CreateOpportunity({
  account,
  onClose,
}: {
  account?: { id: string; name: string }
  onClose: () => void
}) {
  const [create] = useVerb(CreateOpportunityDocument)
  const go = useNavigate()
  return (
    <VerbSheet
      title={t('opportunity.create', '新建商机')}
      action={t('action.save', '保存')}
      draft={account ? undefined : 'opportunity'}
      onClose={onClose}
      fields={[
        { kind: 'text', name: 'name', label: t('opportunity.name', '商机名称'), required: true, wide: true },
        {
          kind: 'pick',
          name: 'account',
          label: t('kind.account', '客户'),
          search: searchAccounts,
          value: account ? { id: account.id, label: account.name } : null,
        },
        { kind: 'pick', name: 'product', label: t('kind.product', '产品'), search: searchProducts },
        { kind: 'money', name: 'amount', label: t('opportunity.amount', '预计金额') },
        { kind: 'date', name: 'expectedClose', label: t('field.expectedClose', '预计成交') },
        { kind: 'pick', name: 'owner', label: t('list.owner', '负责人'), search: searchUsers },
        { kind: 'text', name: 'nextStep', label: t('list.nextStep', '下一步') },
        { kind: 'date', name: 'nextStepDue', label: t('field.nextStepDue', '下一步日期') },
        { kind: 'paragraph', name: 'needs', label: t('field.needs', '需求') },
      ]}
      submit={async (v) => {
        const { data, fault } = await create({
          input: {
            name: v.must('name'),
            accountId: v.id('account'),
            productId: v.id('product'),
            amount: v.money('amount'),
            expectedClose: v.text('expectedClose'),
            ownerId: v.id('owner'),
            nextStep: v.text('nextStep'),
            nextStepDue: v.text('nextStepDue'),
            needs: v.text('needs'),
          },
        })
        if (data?.createOpportunity) void go({ to: '/opportunities/$id', params: { id: data.createOpportunity.id } })
        return fault
      }}
    />
  )
}
