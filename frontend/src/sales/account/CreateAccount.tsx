import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import type { FieldSpec } from '~/records/form.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { accountFields } from './accountFields.ts'
import { accountInput } from './accountInput.ts'

const CreateAccountDocument = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) { createAccount(input: $input) { id name } }
`)

// CreateAccount: one of like name is shown by the server's refusal; only then may the form insist.
export function CreateAccount({ onClose }: { onClose: () => void }) {
  const [create] = useVerb(CreateAccountDocument)
  const [suspected, setSuspected] = useState(false)
  const go = useNavigate()
  const insist: FieldSpec = {
    kind: 'check',
    name: 'allowDuplicate',
    label: t('account.insist', '确认不是同一家，仍要新建'),
    wide: true,
  }
  return (
    <VerbSheet
      title={t('account.create', '新建客户')}
      action={t('action.save', '保存')}
      draft="account"
      fields={suspected ? [...accountFields(), insist] : accountFields()}
      onClose={onClose}
      submit={async (v) => {
        const { data, fault } = await create({
          input: { ...accountInput(v), name: v.must('name'), allowDuplicate: v.on('allowDuplicate') || undefined },
        })
        if (fault?.code === 'DUPLICATE_SUSPECTED') setSuspected(true)
        if (data?.createAccount) void go({ to: '/accounts/$id', params: { id: data.createAccount.id } })
        return fault
      }}
    />
  )
}
