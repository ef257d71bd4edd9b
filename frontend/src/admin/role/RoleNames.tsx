import { t } from '~/i18n/t.ts'
import type { RoleDraft } from './draft.ts'

type Text = 'nameZh' | 'nameEn' | 'descriptionZh' | 'descriptionEn'

export function RoleNames({ draft, onChange }: { draft: RoleDraft; onChange: (part: Partial<RoleDraft>) => void }) {
  const texts: [Text, string][] = [
    ['nameZh', t('role.nameZh', '中文名')],
    ['nameEn', t('role.nameEn', '英文名')],
    ['descriptionZh', t('role.descriptionZh', '中文说明')],
    ['descriptionEn', t('role.descriptionEn', '英文说明')],
  ]
  const checks: ['administrator' | 'auditor' | 'manages', string][] = [
    ['administrator', t('role.isAdministrator', '管理员：可以看到和更改一切')],
    ['auditor', t('role.isAuditor', '可以查看审计记录')],
    ['manages', t('role.manages', '管理者：“自己的”包括下属和下级部门的记录')],
  ]
  return (
    <section className="panel fields">
      {texts.map(([name, label]) => (
        <div key={name} className="field">
          <label htmlFor={`role-${name}`}>{label}</label>
          <input
            id={`role-${name}`}
            className="input"
            required={name.startsWith('name')}
            value={draft[name]}
            onChange={(e) => onChange({ [name]: e.target.value })}
          />
        </div>
      ))}
      {checks.map(([name, label]) => (
        <label key={name} className="check">
          <input type="checkbox" checked={draft[name]} onChange={(e) => onChange({ [name]: e.target.checked })} />{' '}
          {label}
        </label>
      ))}
    </section>
  )
}
