import { useVerb } from '~/data/useVerb.ts'
import { t } from '~/i18n/t.ts'
import type { FieldSpec } from '~/records/form.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { useCompany } from '../useCompany.ts'
import { AssignRolesDocument, type UserRecord } from './document.ts'

// AssignRoles gives a user exactly the roles that are checked; they add up.
export function AssignRoles({ user: u, onClose }: { user: UserRecord; onClose: () => void }) {
  const [assign] = useVerb(AssignRolesDocument)
  const { roles, ready } = useCompany()
  if (!ready) return null
  return (
    <VerbSheet
      title={t('user.roles', '分配角色')}
      action={t('action.save', '保存')}
      intro={<p className="small muted">{t('user.roles.effect', '权限相加，立刻生效；只有字段的限制取最严的。')}</p>}
      fields={roles.map(
        ([id, label]): FieldSpec => ({
          kind: 'check',
          name: id,
          label,
          wide: true,
          value: u.roles.some((r) => r.id === id),
        }),
      )}
      onClose={onClose}
      submit={async (v) => {
        const roleIds = roles.map(([id]) => id).filter((id) => v.on(id))
        return (await assign({ input: { id: u.id, expectedVersion: u.version, roleIds } })).fault
      }}
    />
  )
}
