import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'

export function AccountLink({ account }: { account: { id: string; name: string } | null | undefined }) {
  if (!account) return <span className="muted">{t('account.none', '未关联客户')}</span>
  return (
    <Link to="/accounts/$id" params={{ id: account.id }}>
      {account.name}
    </Link>
  )
}
