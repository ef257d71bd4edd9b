import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import type { Pages } from './usePages.ts'

export function Pager({ pages, info }: { pages: Pages; info: { hasNextPage: boolean; endCursor?: string | null } }) {
  if (pages.number === 1 && !info.hasNextPage) return null
  return (
    <nav className="more actions" aria-label={t('pager.label', '翻页')}>
      <Button disabled={pages.number === 1} onClick={pages.back}>
        {t('pager.back', '上一页')}
      </Button>
      <span className="num small muted">{t('pager.number', '第 {n} 页', { n: pages.number })}</span>
      <Button disabled={!info.hasNextPage} onClick={() => info.endCursor && pages.next(info.endCursor)}>
        {t('pager.next', '下一页')}
      </Button>
    </nav>
  )
}
