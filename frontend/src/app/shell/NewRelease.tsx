import { useOutdated } from '~/data/release.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'

// NewRelease stands above everything once the server is of a newer release than the page.
export function NewRelease() {
  if (!useOutdated()) return null
  return (
    <div className="seeing no-print" role="status">
      <span className="ellipsis">{t('release.new', '有新版本，请保存后重新加载')}</span>
      <Button onClick={() => location.reload()}>{t('release.reload', '重新加载')}</Button>
    </div>
  )
}
