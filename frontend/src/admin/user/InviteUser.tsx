import { useState } from 'react'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { Language } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { toast } from '~/ui/toast.tsx'
import { asOptions, useCompany } from '../useCompany.ts'
import { InvitationLink, type Invited } from './InvitationLink.tsx'

const InviteUserDocument = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) { user { id name } mailed link }
  }
`)

// InviteUser makes a user and the link by which they come in: mailed, or shown here to be handed over.
export function InviteUser({ onClose }: { onClose: () => void }) {
  const [invite] = useVerb(InviteUserDocument)
  const { departments, roles } = useCompany()
  const [invited, setInvited] = useState<Invited>()
  if (invited) return <InvitationLink of={invited} onClose={onClose} />
  return (
    <VerbSheet
      title={t('user.invite', '邀请用户')}
      action={t('user.invite.action', '发出邀请')}
      draft="invite"
      fields={[
        { kind: 'text', name: 'name', label: t('user.name', '姓名'), required: true },
        { kind: 'email', name: 'email', label: t('me.email', '邮箱'), required: true },
        {
          kind: 'select',
          name: 'department',
          label: t('me.department', '部门'),
          required: true,
          options: asOptions(departments),
        },
        { kind: 'text', name: 'title', label: t('me.title', '职位') },
        { kind: 'pick', name: 'manager', label: t('me.manager', '上级'), search: searchUsers },
        {
          kind: 'select',
          name: 'role',
          label: t('user.role', '角色'),
          hint: t('user.role.hint', '不选：本部门的角色；之后可再加'),
          options: asOptions(roles),
        },
        {
          kind: 'select',
          name: 'language',
          label: t('me.language', '语言'),
          value: 'ZH',
          required: true,
          options: [
            { value: 'ZH', label: '简体中文' },
            { value: 'EN', label: 'English' },
          ],
        },
      ]}
      onClose={onClose}
      onDone={() => undefined}
      submit={async (v) => {
        const role = v.text('role')
        const { data, fault } = await invite({
          input: {
            name: v.must('name'),
            email: v.must('email'),
            title: v.text('title'),
            departmentId: v.must('department'),
            managerId: v.id('manager'),
            roleIds: role ? [role] : undefined,
            language: v.one<Language>('language'),
          },
        })
        if (!data?.inviteUser) return fault
        if (data.inviteUser.link) setInvited(data.inviteUser)
        else {
          toast(t('user.mailed', '邀请已发到{name}的邮箱', { name: data.inviteUser.user.name }))
          onClose()
        }
        return undefined
      }}
    />
  )
}
