import { IconLogout, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { Avatar } from '~/ui/Avatar.tsx'
import { Menu } from '~/ui/Menu.tsx'
import { signOut, useSession } from '../session.ts'

export function UserMenu() {
  const { viewer } = useSession()
  const go = useNavigate()
  return (
    <Menu
      kind="quiet"
      name={viewer.name}
      label={<Avatar name={viewer.name} />}
      items={[
        { label: t('me.open', '我的设置'), icon: <IconUser size={16} />, onSelect: () => void go({ to: '/me' }) },
        { label: t('me.signOut', '退出登录'), icon: <IconLogout size={16} />, onSelect: () => void signOut() },
      ]}
    />
  )
}
