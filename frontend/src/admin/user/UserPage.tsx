import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '~/app/session.ts'
import { seeAs } from '~/data/seeAs.ts'
import { useRead } from '~/data/useRead.ts'
import { t } from '~/i18n/t.ts'
import { Department } from '~/records/Department.tsx'
import { Facts } from '~/records/Facts.tsx'
import { History } from '~/records/History.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Button } from '~/ui/Button.tsx'
import { Menu } from '~/ui/Menu.tsx'
import { nameOf } from '~/ui/name.ts'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { AssignRoles } from './AssignRoles.tsx'
import { UserDocument, type UserRecord, userOf } from './document.ts'
import { EditUser } from './EditUser.tsx'
import { InvitationLink, type Invited } from './InvitationLink.tsx'
import { OffBoard } from './OffBoard.tsx'
import { StatusTag } from './StatusTag.tsx'
import { UserTokens } from './UserTokens.tsx'
import { useUserVerbs } from './useUserVerbs.ts'

export function UserPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(UserDocument, { id }, ['USER', 'ROLE', 'DEPARTMENT'])
  return (
    <div className="page">
      <Loaded read={read} pick={userOf}>
        {(user) => <User user={user} />}
      </Loaded>
    </div>
  )
}

function User({ user: u }: { user: UserRecord }) {
  const { viewer, myRights } = useSession()
  const [open, setOpen] = useState<'edit' | 'roles' | 'leave'>()
  const [link, setLink] = useState<Invited>()
  const verbs = useUserVerbs(u, setLink)
  const close = () => setOpen(undefined)
  const other = u.id !== viewer.id
  const gone = u.status === 'DISABLED'
  const active = u.status === 'ACTIVE'
  const more = [
    ...(gone ? [] : [{ label: t('user.reset', '重新生成登录链接'), onSelect: verbs.reset }]),
    ...(active && other ? [{ label: t('user.suspend', '暂停'), onSelect: verbs.suspend }] : []),
    ...(other && !gone ? [{ label: t('user.leave', '离职交接…'), onSelect: () => setOpen('leave') }] : []),
  ]
  const admin = myRights.administrator
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="u" to="/admin/users">
            {t('nav.users', '用户')}
          </Link>,
          u.email,
        ]}
        title={u.name}
        tag={<StatusTag of={u.status} />}
      >
        {admin && more.length ? <Menu label={t('action.more', '更多')} items={more} /> : null}
        {admin && active && other ? (
          <Button onClick={() => seeAs(u.id)}>{t('seeAs.begin', '以其视角查看')}</Button>
        ) : null}
        {admin ? <Button onClick={() => setOpen('roles')}>{t('user.roles', '分配角色')}</Button> : null}
        {admin && u.status === 'SUSPENDED' ? (
          <Button kind="primary" onClick={verbs.activate}>
            {t('user.activate', '恢复')}
          </Button>
        ) : null}
        {admin ? <Button onClick={() => setOpen('edit')}>{t('action.edit', '编辑')}</Button> : null}
      </RecordHeader>
      <div className="columns">
        <div>
          <UserRoles user={u} />
          <May verb="revokeUserToken">
            <UserTokens userId={u.id} open={active || u.status === 'INVITED'} />
          </May>
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={{ subject: u.id }} />
          </section>
        </div>
        <aside>
          <UserFacts user={u} />
        </aside>
      </div>
      {open === 'edit' ? <EditUser user={u} onClose={close} /> : null}
      {open === 'roles' ? <AssignRoles user={u} onClose={close} /> : null}
      {open === 'leave' ? <OffBoard user={u} onClose={close} /> : null}
      {link ? <InvitationLink of={link} onClose={() => setLink(undefined)} /> : null}
    </>
  )
}

function UserRoles({ user: u }: { user: UserRecord }) {
  return (
    <section className="panel">
      <h2>{t('me.roles', '角色')}</h2>
      {u.roles.length ? (
        <ul className="ways">
          {u.roles.map((r) => (
            <li key={r.id} className="wrap">
              <Link to="/admin/roles/$id" params={{ id: r.id }} className="strong">
                {nameOf(r.name)}
              </Link>
              <span className="muted">{nameOf(r.description)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t('user.noRoles', '没有角色：除公司公开的信息外什么都看不到。')}</p>
      )}
    </section>
  )
}

function UserFacts({ user: u }: { user: UserRecord }) {
  return (
    <section className="panel">
      <h2>{t('user.facts', '基本信息')}</h2>
      <Facts
        facts={[
          [t('me.department', '部门'), u.department?.name],
          [t('department.function', '职能'), <Department key="d" of={u.department?.function} />],
          [t('me.title', '职位'), u.title],
          [t('me.manager', '上级'), u.manager?.name],
          [t('field.phone', '电话'), u.phone],
          [t('me.language', '语言'), u.language === 'EN' ? 'English' : '简体中文'],
          [t('field.timeZone', '时区'), u.timeZone ?? null],
          [t('me.factor', '两步验证'), u.secondFactor ? t('me.factor.on', '已开启') : t('me.factor.off', '未开启')],
        ]}
      />
    </section>
  )
}
