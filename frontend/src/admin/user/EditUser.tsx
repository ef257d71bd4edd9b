import { useVerb } from '~/data/useVerb.ts'
import type { UserField } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { emptied } from '~/records/emptied.ts'
import { searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { asOptions, useCompany } from '../useCompany.ts'
import { UpdateUserDocument, type UserRecord } from './document.ts'

const clearable: Record<string, UserField> = { phone: 'PHONE', title: 'TITLE', manager: 'MANAGER' }

export function EditUser({ user: u, onClose }: { user: UserRecord; onClose: () => void }) {
  const [update] = useVerb(UpdateUserDocument)
  const { departments, ready } = useCompany()
  if (!ready) return null
  return (
    <VerbSheet
      title={t('user.edit', '编辑用户')}
      action={t('action.save', '保存')}
      onClose={onClose}
      fields={[
        { kind: 'text', name: 'name', label: t('user.name', '姓名'), required: true, value: u.name },
        { kind: 'email', name: 'email', label: t('me.email', '邮箱'), required: true, value: u.email },
        { kind: 'tel', name: 'phone', label: t('field.phone', '电话'), value: u.phone },
        { kind: 'text', name: 'title', label: t('me.title', '职位'), value: u.title },
        {
          kind: 'select',
          name: 'department',
          label: t('me.department', '部门'),
          required: true,
          value: u.department?.id,
          hint: t('user.department.hint', '名下的记录一起换部门'),
          options: asOptions(departments),
        },
        {
          kind: 'pick',
          name: 'manager',
          label: t('me.manager', '上级'),
          value: u.manager ? { id: u.manager.id, label: u.manager.name } : null,
          search: searchUsers,
        },
      ]}
      submit={async (v) => {
        const department = v.text('department')
        const input = {
          id: u.id,
          expectedVersion: u.version,
          name: v.text('name'),
          email: v.text('email'),
          phone: v.text('phone'),
          title: v.text('title'),
          departmentId: department === u.department?.id ? undefined : department,
          managerId: v.id('manager'),
          clear: emptied(clearable, u, v),
        }
        return (await update({ input })).fault
      }}
    />
  )
}
