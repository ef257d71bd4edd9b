import { t } from '~/i18n/t.ts'
import { ShownOnce } from '~/ui/ShownOnce.tsx'

export interface Invited {
  user: { name: string }
  mailed: boolean
  link: string | null
}

// InvitationLink shows the link where no mail could go out.
export function InvitationLink({ of, onClose }: { of: Invited; onClose: () => void }) {
  return (
    <ShownOnce title={t('user.link', '邀请链接')} secret={of.link ?? ''} onClose={onClose}>
      {t('user.link.once', '邮件没有发出。请把这个链接亲自交给{name}：七天内有效，只能用一次，也只显示这一次。', {
        name: of.user.name,
      })}
    </ShownOnce>
  )
}
