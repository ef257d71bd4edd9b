import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import type { RolesQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { ButtonLink } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { nameOf } from '~/ui/name.ts'
import { Tag } from '~/ui/Tag.tsx'
import { RolesDocument } from './document.ts'

type Row = RolesQuery['roles'][number]

const columns = (): Column<Row>[] => [
  {
    key: 'name',
    head: t('role.name', '角色'),
    card: 'title',
    cell: (r) => (
      <Link to="/admin/roles/$id" params={{ id: r.id }}>
        {nameOf(r.name)}
      </Link>
    ),
  },
  { key: 'description', head: t('role.description', '给谁用'), clip: true, cell: (r) => nameOf(r.description) },
  {
    key: 'users',
    head: t('role.users', '人数'),
    right: true,
    cell: (r) => (
      <Link to="/admin/users" search={{ role: r.id }}>
        {r.userCount}
      </Link>
    ),
  },
  {
    key: 'tags',
    head: t('role.tags', '特别'),
    cell: (r) => (
      <span className="row">
        {r.builtin ? <Tag>{t('role.builtin', '自带')}</Tag> : null}
        {r.administrator ? <Tag tone="warn">{t('role.administrator', '可做一切')}</Tag> : null}
        {r.auditor ? <Tag>{t('role.auditor', '可看审计')}</Tag> : null}
      </span>
    ),
  },
]

// RolesPage: whom there is to be, and how many are.
export function RolesPage() {
  const read = useRead(RolesDocument, {}, ['ROLE', 'USER'])
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.roles', '角色与权限')}</h1>
        <span className="muted num">{read.data?.roles.length}</span>
        <span className="push" />
        <May verb="createRole">
          <ButtonLink kind="primary" to="/admin/roles/$id" params={{ id: 'new' }}>
            {t('role.create', '新建角色')}
          </ButtonLink>
        </May>
      </div>
      <Loaded read={read} pick={(d) => d.roles} heights={[320]}>
        {(roles) => (
          <DataTable label={t('nav.roles', '角色与权限')} rows={[...roles]} columns={columns()} rowKey={(r) => r.id} />
        )}
      </Loaded>
    </div>
  )
}
