import type { TokenScope } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Tag } from '~/ui/Tag.tsx'
import { ago, dateOf } from '~/ui/time.ts'
import { scopesName } from './scopes.ts'

export interface TokenRecord {
  id: string
  name: string
  hint: string
  scopes: readonly TokenScope[]
  expiresAt?: string | null
  lastUsedAt?: string | null
  lastUsedFrom: string
}

const soon = 14 * 24 * 3600 * 1000 // milliseconds

// Expiry warns for two weeks before a token ends: whoever runs the program needs time to renew it.
export function Expiry({ at }: { at: string | null | undefined }) {
  if (!at) return <span className="muted">{t('token.forever', '长期有效')}</span>
  const left = Date.parse(at) - Date.now()
  const date = dateOf(at)
  if (left < 0) return <Tag tone="bad">{t('token.over', '已于 {date} 过期', { date })}</Tag>
  if (left < soon) return <Tag tone="warn">{t('token.soon', '{date} 到期', { date })}</Tag>
  return <span className="num">{t('token.until', '到 {date}', { date })}</span>
}

export function lastUse({ lastUsedAt, lastUsedFrom }: TokenRecord): string {
  if (!lastUsedAt) return t('token.unused', '还没用过')
  return lastUsedFrom
    ? t('token.usedFrom', '最近使用 {when}，来自 {from}', { when: ago(lastUsedAt), from: lastUsedFrom })
    : t('token.used', '最近使用 {when}', { when: ago(lastUsedAt) })
}

// TokenFacts are what tells one token from another, in lines.
export function TokenFacts({ token }: { token: TokenRecord }) {
  return (
    <div className="person-lines">
      <span className="row wrap">
        <span className="strong">{token.name}</span>
        <span className="muted small num">…{token.hint}</span>
      </span>
      <span className="row wrap small">
        <Tag>{scopesName(token.scopes)}</Tag>
        <Expiry at={token.expiresAt} />
      </span>
      <span className="muted small num">{lastUse(token)}</span>
    </div>
  )
}
