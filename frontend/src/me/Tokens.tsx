import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Button } from '~/ui/Button.tsx'
import { ShownOnce } from '~/ui/ShownOnce.tsx'
import { ago, dateOf, today } from '~/ui/time.ts'
import { toast } from '~/ui/toast.tsx'

const TokensDocument = graphql(`
  query Tokens { tokens { id name hint createdAt expiresAt lastUsedAt } }
`)
const CreateTokenDocument = graphql(`
  mutation CreateToken($input: CreateTokenInput!) { createToken(input: $input) { token { id name } secret } }
`)
const RevokeTokenDocument = graphql(`
  mutation RevokeToken($input: RevokeTokenInput!) { revokeToken(input: $input) { id } }
`)

const lifetime = 90 // days

// Tokens: keys with which programs act for the reader. A secret is shown once, when it is made.
export function Tokens() {
  const read = useRead(TokensDocument, {}, [])
  const [create] = useVerb(CreateTokenDocument)
  const [revoke, busy] = useVerb(RevokeTokenDocument)
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState<string>()

  async function end(id: string) {
    const { fault } = await revoke({ input: { id } })
    toast(fault ? sentenceOf(fault) : t('token.revoked', '令牌已吊销'), fault ? { tone: 'bad' } : {})
  }

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
                  <div className="person-lines">
                    <span className="strong">{token.name}</span>
                    <span className="muted small num">
                      {[
                        `…${token.hint}`,
                        token.expiresAt ? t('token.until', '到 {date}', { date: dateOf(token.expiresAt) }) : '',
                        token.lastUsedAt
                          ? t('token.used', '最近使用 {when}', { when: ago(token.lastUsedAt) })
                          : t('token.unused', '还没用过'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </div>
                  <span className="push" />
                  <Button kind="danger" busy={busy} onClick={() => void end(token.id)}>
                    {t('token.revoke', '吊销')}
                  </Button>
                </li>
              ))}
            </ul>
          ) : (
            <p className="muted small">{t('token.none', '程序用令牌代表您读写数据，权限和您一样。还没有令牌。')}</p>
          )
        }
      </Loaded>
      {making ? (
        <VerbSheet
          title={t('token.create', '新建令牌')}
          action={t('token.create', '新建令牌')}
          fields={[
            {
              kind: 'text',
              name: 'name',
              label: t('token.name', '用途'),
              hint: t('token.name.hint', '例如：官网表单、ERP 同步'),
              required: true,
              wide: true,
            },
            {
              kind: 'date',
              name: 'expiresAt',
              label: t('token.expires', '有效期至'),
              value: today(lifetime),
              required: true,
            },
          ]}
          onClose={() => setMaking(false)}
          submit={async (v) => {
            const until = v.text('expiresAt')
            const expiresAt = until ? new Date(`${until}T23:59:59`).toISOString() : undefined
            const { data, fault } = await create({ input: { name: v.must('name'), expiresAt } })
            if (data?.createToken) setSecret(data.createToken.secret)
            return fault
          }}
        />
      ) : null}
      {secret ? (
        <ShownOnce title={t('token.secret', '令牌')} secret={secret} onClose={() => setSecret(undefined)}>
          {t('token.once', '只显示这一次。请求时放在 Authorization: Bearer 里。')}
        </ShownOnce>
      ) : null}
    </section>
  )
}
