import { IconBuildingSkyscraper, IconCash, IconHome, IconLayoutKanban, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'

export function PhoneTabs() {
  const tabs = [
    { to: '/', label: t('tab.home', '工作台'), icon: IconHome },
    { to: '/opportunities', label: t('tab.opportunities', '商机'), icon: IconLayoutKanban },
    { to: '/accounts', label: t('tab.accounts', '客户'), icon: IconBuildingSkyscraper },
    { to: '/receivables', label: t('tab.cash', '回款'), icon: IconCash },
    { to: '/me', label: t('tab.me', '我的'), icon: IconUser },
  ]
  return (
    <nav className="tabs" aria-label={t('tab.label', '底部导航')}>
      {tabs.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          {label}
        </Link>
      ))}
    </nav>
  )
}
