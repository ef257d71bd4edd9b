import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { CreateToken } from '~/records/token/CreateToken.tsx'
import { RevokeToken } from '~/records/token/RevokeToken.tsx'
import { TokenFacts } from '~/records/token/TokenFacts.tsx'
import { Button } from '~/ui/Button.tsx'

const TokensDocument = graphql(`
  query Tokens { tokens { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom } }
`)

// Tokens: keys with which programs act for the reader. A secret is shown once, when it is made.
export function Tokens() {
  const read = useRead(TokensDocument, {}, [])
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<{ id: string; name: string }>()
  return (
    <section className="panel">
      <header>
        <h2>{t('me.tokens', '访问令牌')}</h2>
        <span className="push" />
        <Button onClick={() => setMaking(true)}>{t('token.create', '新建令牌')}</Button>
      </header>
      <Loaded read={read} pick={(d) => d.tokens} heights={[44]}>
        {(tokens) =>
          tokens.length ? (
            <ul className="ways">
              {tokens.map((token) => (
                <li key={token.id} className="wrap">
                  <TokenFacts token={token} />
                  <span className="push" />
                  <Button kind="danger" onClick={() => setRevoking(token)}>
                    {t('token.revoke', '吊销')}
                  </Button>
                </li>
              ))}
            </ul>
          ) : (
            <p className="muted small">
              {t('token.none', '程序用令牌代表您读写数据：权限不会超过您，也可以只给一部分。还没有令牌。')}
            </p>
          )
        }
      </Loaded>
      {making ? <CreateToken onClose={() => setMaking(false)} /> : null}
      {revoking ? <RevokeToken token={revoking} onClose={() => setRevoking(undefined)} /> : null}
    </section>
  )
}
