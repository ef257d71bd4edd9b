import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { Menu } from '~/ui/Menu.tsx'
import { useRights } from '../rights.ts'
import { ConnectionChip } from './ConnectionChip.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { UserMenu } from './UserMenu.tsx'

export function TopBar({ onSearch }: { onSearch: () => void }) {
  const go = useNavigate()
  const { may } = useRights()
  const fresh = [
    {
      verb: 'captureLead',
      label: t('new.lead', '线索'),
      onSelect: () => void go({ to: '/leads', search: { new: '1' } }),
    },
    {
      verb: 'createOpportunity',
      label: t('new.opportunity', '商机'),
      onSelect: () => void go({ to: '/opportunities', search: { new: '1' } }),
    },
    {
      verb: 'createAccount',
      label: t('new.account', '客户'),
      onSelect: () => void go({ to: '/accounts', search: { new: '1' } }),
    },
    {
      verb: 'recordPayment',
      label: t('new.payment', '回款'),
      onSelect: () => void go({ to: '/payments', search: { new: '1' } }),
    },
  ].filter(({ verb }) => may(verb))
  return (
    <header className="topbar">
      <button type="button" className="search" onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden="true" />
        <span>{t('palette.hint', '搜索客户、单据、电话、页面…')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="push" />
      <ConnectionChip />
      <span className="desk-only">
        <LanguageSwitch />
      </span>
      <ThemeSwitch />
      <UserMenu />
      {fresh.length ? (
        <Menu
          kind="primary"
          name={t('new.label', '新建')}
          items={fresh}
          label={
            <>
              <IconPlus size={16} aria-hidden="true" />
              <span className="desk-only">{t('new.label', '新建')}</span>
            </>
          }
        />
      ) : null}
    </header>
  )
}
