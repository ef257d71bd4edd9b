import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { t } from '~/i18n/t.ts'
import { History } from '~/records/History.tsx'
import { kindsInOrder } from '~/records/kinds.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { nameOf } from '~/ui/name.ts'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { type KindRights, RightsCatalogueDocument, RoleDocument, type RoleRecord, roleOf } from './document.ts'
import { Matrix } from './Matrix.tsx'
import { RoleEditor } from './RoleEditor.tsx'

// RolePage shows what a role says, as a matrix; its editor; or an empty editor at /admin/roles/new.
export function RolePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const catalogue = useRead(RightsCatalogueDocument, {}, [])
  return (
    <div className="page">
      <Loaded read={catalogue} pick={(d) => inOrder(d.rightsCatalogue)}>
        {(kinds) => (id === 'new' ? <NewRole kinds={kinds} /> : <KnownRole key={id} id={id} kinds={kinds} />)}
      </Loaded>
    </div>
  )
}

const order = kindsInOrder()
const inOrder = (kinds: readonly KindRights[]) =>
  [...kinds].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))

const toRoles = () => (
  <Link key="r" to="/admin/roles">
    {t('nav.roles', '角色与权限')}
  </Link>
)

function NewRole({ kinds }: { kinds: readonly KindRights[] }) {
  const go = useNavigate()
  return (
    <>
      <RecordHeader crumbs={[toRoles()]} title={t('role.create', '新建角色')} />
      <RoleEditor
        kinds={kinds}
        onCancel={() => void go({ to: '/admin/roles' })}
        onSaved={(id) => void go({ to: '/admin/roles/$id', params: { id }, replace: true })}
      />
    </>
  )
}

function KnownRole({ id, kinds }: { id: string; kinds: readonly KindRights[] }) {
  const read = useRead(RoleDocument, { id }, ['ROLE', 'USER'])
  return (
    <Loaded read={read} pick={roleOf}>
      {(role) => <Role role={role} kinds={kinds} />}
    </Loaded>
  )
}

function Role({ role, kinds }: { role: RoleRecord; kinds: readonly KindRights[] }) {
  const [editing, setEditing] = useState(false)
  const fixed = role.builtin && role.administrator
  return (
    <>
      <RecordHeader
        crumbs={[
          toRoles(),
          <Link key="u" to="/admin/users" search={{ role: role.id }}>
            {t('role.people', '{n} 人', { n: role.userCount })}
          </Link>,
        ]}
        title={nameOf(role.name)}
        tag={role.builtin ? <Tag>{t('role.builtin', '自带')}</Tag> : null}
      >
        {editing || fixed ? null : (
          <May verb="updateRole">
            <Button kind="primary" onClick={() => setEditing(true)}>
              {t('action.edit', '编辑')}
            </Button>
          </May>
        )}
      </RecordHeader>
      <p className="muted">{nameOf(role.description)}</p>
      {role.administrator ? (
        <Notice tone="warn">{t('role.allowsAll', '可以看到和更改一切，不受下面任何限制。')}</Notice>
      ) : null}
      {role.manages ? <Notice>{t('role.manages', '管理者：“自己的”包括下属和下级部门的记录')}</Notice> : null}
      {editing ? (
        <RoleEditor
          key={role.version}
          role={role}
          kinds={kinds}
          onCancel={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      ) : (
        <Matrix role={role} kinds={kinds} />
      )}
      <section className="panel">
        <h2>{t('history.title', '动态')}</h2>
        <History filter={{ subject: role.id }} />
      </section>
    </>
  )
}
