import { t } from '~/i18n/t.ts'
import { Avatar } from '~/ui/Avatar.tsx'

export function UserChip({ user }: { user: { name: string } | null | undefined }) {
  if (!user) return <span className="muted">{t('user.nobody', '未分配')}</span>
  return (
    <span className="person">
      <Avatar name={user.name} />
      <span className="ellipsis">{user.name}</span>
    </span>
  )
}
