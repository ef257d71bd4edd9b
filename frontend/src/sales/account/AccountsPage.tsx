import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { AccountsQuery, StageCategory } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { options } from '~/records/categories.ts'
import { ChoiceFilter, NothingFound, TextFilter, useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Pager } from '~/records/Pager.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { Button } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Money } from '~/ui/Money.tsx'
import { CreateAccount } from './CreateAccount.tsx'

const AccountsDocument = graphql(`
  query Accounts($filter: AccountFilter, $first: Int, $after: String) {
    accounts(filter: $filter, first: $first, after: $after, orderBy: { field: NAME, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number name stageName { zh en } stageCategory industry region level owner { id name }
          openPipeline { amount currency } won { amount currency } outstanding { amount currency }
        }
      }
    }
  }
`)

type Row = AccountsQuery['accounts']['edges'][number]['node']

const columns = (): Column<Row>[] => [
  {
    key: 'name',
    head: t('account.name', '客户名称'),
    clip: true,
    card: 'title',
    cell: (a) => (
      <Link to="/accounts/$id" params={{ id: a.id }}>
        {a.name}
      </Link>
    ),
  },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    cell: (a) => <StageTag kind="ACCOUNT" name={a.stageName} category={a.stageCategory} />,
  },
  { key: 'level', head: t('account.level', '等级'), card: 'hide', cell: (a) => a.level },
  { key: 'industry', head: t('field.industry', '行业'), card: 'hide', cell: (a) => a.industry },
  { key: 'region', head: t('field.region', '地区'), card: 'hide', cell: (a) => a.region },
  {
    key: 'pipeline',
    head: t('account.pipeline', '在谈'),
    right: true,
    money: (a) => a.openPipeline,
    cell: (a) => <Money of={a.openPipeline} />,
  },
  {
    key: 'won',
    head: t('account.won', '赢单'),
    right: true,
    card: 'hide',
    money: (a) => a.won,
    cell: (a) => <Money of={a.won} />,
  },
  {
    key: 'outstanding',
    head: t('account.outstanding', '应收'),
    right: true,
    money: (a) => a.outstanding,
    cell: (a) => <Money of={a.outstanding} />,
  },
  { key: 'owner', head: t('list.owner', '负责人'), card: 'hide', cell: (a) => <UserChip user={a.owner} /> },
]

export function AccountsPage() {
  const [search, set] = useFilter()
  const pages = usePages(JSON.stringify(search))
  const [creating, setCreating] = useState(false)
  const filter = { text: search.text, categories: search.category ? [search.category as StageCategory] : undefined }
  const read = useRead(AccountsDocument, { filter, first: pageSize, after: pages.after }, [
    'ACCOUNT',
    'OPPORTUNITY',
    'INVOICE',
  ])
  const create = (
    <May verb="createAccount">
      <Button kind="primary" data-new onClick={() => setCreating(true)}>
        {t('account.create', '新建客户')}
      </Button>
    </May>
  )
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('kind.account', '客户')}</h1>
        <span className="muted num">{read.data?.accounts.totalCount}</span>
        <span className="push" />
        {create}
      </div>
      <div className="filters">
        <TextFilter label={t('account.find', '名称、编号、信用代码')} />
        <ChoiceFilter
          name="category"
          label={t('list.anyStage', '所有阶段')}
          options={options('PROSPECT', 'CUSTOMER', 'DORMANT', 'ON_HOLD', 'BLACKLISTED')}
        />
      </div>
      <Loaded read={read} pick={(d) => d.accounts} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('kind.account', '客户')}
                rows={list.edges.map((e) => e.node)}
                columns={columns()}
                rowKey={(a) => a.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <NothingFound
              filtered={!!(search.text || search.category)}
              first={
                <EmptyState title={t('account.empty', '还没有客户')} actions={create}>
                  {t('account.empty.why', '线索转为商机时会自动建立客户，也可以先建好。')}
                </EmptyState>
              }
            />
          )
        }
      </Loaded>
      {creating || search.new ? (
        <CreateAccount
          onClose={() => {
            setCreating(false)
            if (search.new) set({ new: undefined })
          }}
        />
      ) : null}
    </div>
  )
}
