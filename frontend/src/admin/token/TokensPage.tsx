import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Pager } from '~/records/Pager.tsx'
import { RevokeToken } from '~/records/token/RevokeToken.tsx'
import { scopesName } from '~/records/token/scopes.ts'
import { Expiry } from '~/records/token/TokenFacts.tsx'
import { pageSize, usePages } from '~/records/usePages.ts'
import { Button } from '~/ui/Button.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ago } from '~/ui/time.ts'
import { type CompanyToken, CompanyTokensDocument } from './document.ts'

const columns = (onRevoke: (token: CompanyToken) => void): Column<CompanyToken>[] => [
  {
    key: 'name',
    head: t('token.name', '用途'),
    card: 'title',
    cell: (k) => (
      <>
        {k.name} <span className="muted num">…{k.hint}</span>
      </>
    ),
  },
  {
    key: 'user',
    head: t('token.user', '代表'),
    cell: (k) =>
      k.user ? (
        <Link to="/admin/users/$id" params={{ id: k.user.id }}>
          {k.user.name}
        </Link>
      ) : null,
  },
  { key: 'scopes', head: t('token.scopes', '权限范围'), clip: true, cell: (k) => scopesName(k.scopes) },
  { key: 'expires', head: t('token.expires', '有效期至'), cell: (k) => <Expiry at={k.expiresAt} /> },
  {
    key: 'used',
    head: t('token.lastUse', '最近使用'),
    cell: (k) =>
      k.lastUsedAt ? (
        <span className="num">
          {ago(k.lastUsedAt)} {k.lastUsedFrom}
        </span>
      ) : (
        <span className="muted">{t('token.unused', '还没用过')}</span>
      ),
  },
  {
    key: 'revoke',
    head: t('token.revoke', '吊销'),
    right: true,
    cell: (k) => (
      <May verb="revokeUserToken">
        <Button
          kind="danger"
          onClick={() => onRevoke(k)}
          aria-label={t('token.revoke.title', '吊销“{name}”', { name: k.name })}
        >
          {t('token.revoke', '吊销')}
        </Button>
      </May>
    ),
  },
]

// TokensPage: the tokens of everybody, so that an administrator knows which programs come in, and can end them.
export function TokensPage() {
  const pages = usePages('')
  const read = useRead(CompanyTokensDocument, { first: pageSize, after: pages.after }, [])
  const [revoking, setRevoking] = useState<CompanyToken>()
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.tokens', '令牌')}</h1>
        <span className="muted num">{read.data?.companyTokens.totalCount}</span>
      </div>
      <Loaded read={read} pick={(d) => d.companyTokens} heights={[320]}>
        {(list) =>
          list.edges.length ? (
            <>
              <DataTable
                label={t('nav.tokens', '令牌')}
                rows={list.edges.map((e) => e.node)}
                columns={columns(setRevoking)}
                rowKey={(k) => k.id}
              />
              <Pager pages={pages} info={list.pageInfo} />
            </>
          ) : (
            <EmptyState title={t('token.noneAtAll', '还没有人使用令牌')}>
              {t('token.noneAtAll.text', '每个人可以在“我的”里新建；给合作伙伴的系统，请在用户页面新建。')}
            </EmptyState>
          )
        }
      </Loaded>
      {revoking ? <RevokeToken token={revoking} ofOthers onClose={() => setRevoking(undefined)} /> : null}
    </div>
  )
}
