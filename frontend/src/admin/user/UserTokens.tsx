import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { CreateToken } from '~/records/token/CreateToken.tsx'
import { RevokeToken } from '~/records/token/RevokeToken.tsx'
import { TokenFacts } from '~/records/token/TokenFacts.tsx'
import { Button } from '~/ui/Button.tsx'
import { CompanyTokensDocument } from '../token/document.ts'

const most = 200

// UserTokens: the programs that act for a user. A partner's system is a user who was invited and never comes in.
export function UserTokens({ userId, open }: { userId: string; open: boolean }) {
  const read = useRead(CompanyTokensDocument, { filter: { user: userId }, first: most }, [])
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<{ id: string; name: string }>()
  return (
    <section className="panel">
      <header>
        <h2>{t('me.tokens', '访问令牌')}</h2>
        <span className="push" />
        {open ? (
          <May verb="createUserToken">
            <Button onClick={() => setMaking(true)}>{t('token.create', '新建令牌')}</Button>
          </May>
        ) : null}
      </header>
      <Loaded read={read} pick={(d) => d.companyTokens.edges} heights={[44]}>
        {(edges) =>
          edges.length ? (
            <ul className="ways">
              {edges.map(({ node: token }) => (
                <li key={token.id} className="wrap">
                  <TokenFacts token={token} />
                  <span className="push" />
                  <May verb="revokeUserToken">
                    <Button kind="danger" onClick={() => setRevoking(token)}>
                      {t('token.revoke', '吊销')}
                    </Button>
                  </May>
                </li>
              ))}
            </ul>
          ) : (
            <p className="muted small">{t('token.noneOfUser', '没有程序代表此用户。')}</p>
          )
        }
      </Loaded>
      {making ? <CreateToken userId={userId} onClose={() => setMaking(false)} /> : null}
      {revoking ? <RevokeToken token={revoking} ofOthers onClose={() => setRevoking(undefined)} /> : null}
    </section>
  )
}
