import { endSeeAs } from '~/data/seeAs.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'

// Seeing stands above everything while an administrator looks through another's eyes.
export function Seeing({ user }: { user: { id: string; name: string } | null | undefined }) {
  if (!user) return null
  return (
    <div className="seeing no-print" role="status">
      <span className="ellipsis">
        {t('seeAs.banner', '您正以{name}的视角查看，不能更改任何内容', { name: user.name })}
      </span>
      <Button onClick={() => endSeeAs(`/admin/users/${user.id}`)}>{t('seeAs.end', '结束')}</Button>
    </div>
  )
}
