import type { ErrorComponentProps } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { Button, ButtonLink } from '~/ui/Button.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'

// Crash keeps the rail: the rest of the app goes on.
export function Crash({ error, reset }: ErrorComponentProps) {
  return (
    <div className="state" role="alert">
      <h2>{t('crash.title', '这个页面出错了')}</h2>
      <p>{t('crash.text', '其他页面不受影响，填写中的内容已保存在本机。')}</p>
      <Button kind="primary" onClick={reset}>
        {t('action.retry', '重试')}
      </Button>
      <code>{error instanceof Error ? error.message : String(error)}</code>
    </div>
  )
}

export function NotFound() {
  return (
    <EmptyState
      title={t('page.notFound', '没有这个页面')}
      actions={<ButtonLink to="/">{t('page.home', '回到工作台')}</ButtonLink>}
    />
  )
}
