import { signOut, useSession } from '~/app/session.ts'
import { t } from '~/i18n/t.ts'
import { Department } from '~/records/Department.tsx'
import { Facts } from '~/records/Facts.tsx'
import { Button } from '~/ui/Button.tsx'
import { comma, nameOf } from '~/ui/name.ts'
import { Delegations } from './Delegations.tsx'
import { Limits } from './Limits.tsx'
import { Look } from './Look.tsx'
import { Security } from './Security.tsx'
import { Sessions } from './Sessions.tsx'
import { Tokens } from './Tokens.tsx'

// MePage is what one may change of oneself; the rest is the administrators'.
export function MePage() {
  const { viewer, company } = useSession()
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{viewer.name}</h1>
        <span className="push" />
        <Button onClick={() => void signOut()}>{t('me.signOut', '退出登录')}</Button>
      </div>
      <div className="columns">
        <div>
          <Look />
          <Security />
          <Sessions />
          <Tokens />
        </div>
        <aside>
          <section className="panel">
            <h2>{t('me.facts', '我在公司里')}</h2>
            <Facts
              facts={[
                [t('me.email', '邮箱'), viewer.email],
                [t('me.title', '职位'), viewer.title],
                [t('me.department', '部门'), <Department key="d" of={viewer.department?.function} />],
                [t('me.manager', '上级'), viewer.manager?.name],
                [t('me.roles', '角色'), viewer.roles.map((r) => nameOf(r.name)).join(comma()) || undefined],
                [t('me.company', '公司'), `${company.name} · ${company.currency} · ${company.timeZone}`],
              ]}
            />
          </section>
          <Delegations />
          <Limits />
        </aside>
      </div>
    </div>
  )
}
