import { signOut, useSession } from '~/app/session.ts'
import { LanguageSwitch } from '~/app/shell/LanguageSwitch.tsx'
import { ThemeSwitch } from '~/app/shell/ThemeSwitch.tsx'
import { t } from '~/i18n/t.ts'
import { Department } from '~/records/Department.tsx'
import { Button } from '~/ui/Button.tsx'

export function MePage() {
  const { viewer, company } = useSession()
  return (
    <div className="page">
      <h1>{viewer.name}</h1>
      <section className="panel">
        <dl className="facts">
          <div>
            <dt>{t('me.email', '邮箱')}</dt>
            <dd>{viewer.email}</dd>
          </div>
          <div>
            <dt>{t('me.title', '职位')}</dt>
            <dd>{viewer.title ?? '—'}</dd>
          </div>
          <div>
            <dt>{t('me.department', '部门')}</dt>
            <dd>
              <Department of={viewer.department?.function} />
            </dd>
          </div>
          <div>
            <dt>{t('me.company', '公司')}</dt>
            <dd>
              {company.name} · {company.currency} · {company.timeZone}
            </dd>
          </div>
        </dl>
      </section>
      <section className="panel">
        <h2>{t('me.look', '语言与外观')}</h2>
        <div className="actions">
          <LanguageSwitch />
          <ThemeSwitch />
          <span className="push" />
          <Button onClick={() => void signOut()}>{t('me.signOut', '退出登录')}</Button>
        </div>
      </section>
    </div>
  )
}
