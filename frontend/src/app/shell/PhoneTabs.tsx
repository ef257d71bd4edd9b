import { IconBuildingSkyscraper, IconCash, IconHome, IconLayoutKanban, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { RecordKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { useRights } from '../rights.ts'

interface Tab {
  to: string
  label: string
  icon: typeof IconHome
  kind?: RecordKind
}

export function PhoneTabs() {
  const { works } = useRights()
  const tabs: Tab[] = [
    { to: '/', label: t('tab.home', '工作台'), icon: IconHome },
    { to: '/opportunities', label: t('tab.opportunities', '商机'), icon: IconLayoutKanban, kind: 'OPPORTUNITY' },
    { to: '/accounts', label: t('tab.accounts', '客户'), icon: IconBuildingSkyscraper, kind: 'ACCOUNT' },
    { to: '/receivables', label: t('tab.cash', '回款'), icon: IconCash, kind: 'INVOICE' },
    { to: '/me', label: t('tab.me', '我的'), icon: IconUser },
  ]
  return (
    <nav className="tabs" aria-label={t('tab.label', '底部导航')}>
      {tabs
        .filter((tab) => !tab.kind || works(tab.kind))
        .map(({ to, label, icon: Icon }) => (
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
