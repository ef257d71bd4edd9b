import { t } from '~/i18n/t.ts'
import { useFilter } from '~/records/Filters.tsx'
import { Edits } from './Edits.tsx'
import { Entries } from './Entries.tsx'

// AuditPage: the two records of what happened. Neither can be changed.
export function AuditPage() {
  const [search, set] = useFilter()
  const edits = search.view === 'edits'
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.audit', '审计')}</h1>
        <span className="push" />
        <div className="segments">
          <button type="button" aria-pressed={!edits} onClick={() => set({ view: undefined })}>
            {t('audit.entries', '登录与权限')}
          </button>
          <button type="button" aria-pressed={edits} onClick={() => set({ view: 'edits' })}>
            {t('audit.edits', '数据改动')}
          </button>
        </div>
      </div>
      {edits ? <Edits /> : <Entries />}
    </div>
  )
}
