import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { UserStatus } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { ChoiceFilter, NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Pager } from '~/records/Pager.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { Button } from '~/ui/Button.tsx'
import { DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { useCompany } from '../useCompany.ts'
import { ImportUsers } from './ImportUsers.tsx'
import { InviteUser } from './InviteUser.tsx'
import { userColumns } from './userColumns.tsx'
import { statuses } from './words.ts'

const UsersDocument = graphql(`
  query Users($filter: UserFilter, $first: Int, $after: String) {
    users(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id name email title status secondFactor
          department { id name function } manager { id name } roles { id name { zh en } }
        }
      }
    }
  }
`)

// UsersPage: everybody of the company, who has left too.
export function UsersPage() {
  const [search] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const { departments, roles } = useCompany()
  const [open, setOpen] = useState<'invite' | 'import'>()
  const read = useRead(
    UsersDocument,
    {
      first: pageSize,
      after: pages.after,
      filter: {
        text: search.text,
        status: search.status ? [search.status as UserStatus] : undefined,
        department: search.department,
        role: search.role,
      },
    },
    ['USER', 'ROLE', 'DEPARTMENT'],
  )
  const close = () => setOpen(undefined)
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.users', '用户')}</h1>
        <span className="muted num">{read.data?.users.totalCount}</span>
        <span className="push" />
        <May verb="importUsers">
          <Button onClick={() => setOpen('import')}>{t('user.import', '导入 CSV')}</Button>
        </May>
        <May verb="inviteUser">
          <Button kind="primary" data-new onClick={() => setOpen('invite')}>
            {t('user.invite', '邀请用户')}
          </Button>
        </May>
      </div>
      <div className="filters">
        <TextFilter label={t('user.find', '姓名、邮箱')} />
        <ChoiceFilter name="status" label={t('user.anyStatus', '所有状态')} options={statuses()} />
        <ChoiceFilter name="department" label={t('user.anyDepartment', '所有部门')} options={departments} />
        <ChoiceFilter name="role" label={t('user.anyRole', '所有角色')} options={roles} />
      </div>
      <Loaded read={read} pick={(d) => d.users} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('nav.users', '用户')}
                rows={list.edges.map((e) => e.node)}
                columns={userColumns()}
                rowKey={(u) => u.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={['text', 'status', 'department', 'role'].some((k) => search[k])}
              first={<EmptyState title={t('user.none', '还没有同事')} />}
            />
          )
        }
      </Loaded>
      {open === 'invite' ? <InviteUser onClose={close} /> : null}
      {open === 'import' ? <ImportUsers onClose={close} /> : null}
    </div>
  )
}
