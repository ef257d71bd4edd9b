import { Link } from '@tanstack/react-router'
import type { UsersQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import type { Column } from '~/ui/DataTable.tsx'
import { comma, nameOf } from '~/ui/name.ts'
import { StatusTag } from './StatusTag.tsx'

type Row = UsersQuery['users']['edges'][number]['node']

export const userColumns = (): Column<Row>[] => [
  {
    key: 'name',
    head: t('user.name', '姓名'),
    card: 'title',
    cell: (u) => (
      <Link to="/admin/users/$id" params={{ id: u.id }}>
        {u.name}
      </Link>
    ),
  },
  { key: 'email', head: t('me.email', '邮箱'), clip: true, cell: (u) => u.email },
  { key: 'department', head: t('me.department', '部门'), cell: (u) => u.department?.name },
  { key: 'title', head: t('me.title', '职位'), card: 'hide', cell: (u) => u.title },
  {
    key: 'roles',
    head: t('me.roles', '角色'),
    clip: true,
    cell: (u) => (u.roles.length ? u.roles.map((r) => nameOf(r.name)).join(comma()) : <span className="muted">—</span>),
  },
  { key: 'manager', head: t('me.manager', '上级'), card: 'hide', cell: (u) => u.manager?.name },
  {
    key: 'factor',
    head: t('me.factor', '两步验证'),
    card: 'hide',
    cell: (u) => (u.secondFactor ? t('me.factor.on', '已开启') : <span className="muted">—</span>),
  },
  { key: 'status', head: t('user.status', '状态'), cell: (u) => <StatusTag of={u.status} /> },
]
