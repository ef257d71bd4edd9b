import { t } from '~/i18n/t.ts'
import { Button } from './Button.tsx'

// ErrorPanel keeps its place on the page: a plain sentence, a way to try again, and what support would ask for.
export function ErrorPanel({ sentence, code, onRetry }: { sentence: string; code?: string; onRetry?: () => void }) {
  return (
    <div className="state panel" role="alert">
      <h2>{t('state.error', '这里没能载入')}</h2>
      <p>{sentence}</p>
      {onRetry ? <Button onClick={onRetry}>{t('action.retry', '重试')}</Button> : null}
      {code ? <code>{code}</code> : null}
    </div>
  )
}
