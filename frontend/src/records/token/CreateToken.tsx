import { useState } from 'react'
import { useSession } from '~/app/session.ts'
import { runVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { ShownOnce } from '~/ui/ShownOnce.tsx'
import { today } from '~/ui/time.ts'
import { VerbSheet } from '../VerbSheet.tsx'
import { scopeFields, scopesOf } from './scopes.ts'

const CreateTokenDocument = graphql(`
  mutation CreateToken($input: CreateTokenInput!) { createToken(input: $input) { token { id } secret } }
`)
const CreateUserTokenDocument = graphql(`
  mutation CreateUserToken($input: CreateUserTokenInput!) { createUserToken(input: $input) { token { id } secret } }
`)

const lifetime = 90 // days

// CreateToken makes a token of the reader's, or of another user's, and then shows its secret, this once.
export function CreateToken({ userId, onClose }: { userId?: string; onClose: () => void }) {
  const { myRights } = useSession()
  const [secret, setSecret] = useState<string>()
  const title = t('token.create', '新建令牌')
  if (secret)
    return (
      <ShownOnce title={t('token.secret', '令牌')} secret={secret} onClose={onClose}>
        {t('token.once', '只显示这一次。请求时放在 Authorization: Bearer 里。')}
      </ShownOnce>
    )
  return (
    <VerbSheet
      title={title}
      action={title}
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
          hint: t('token.expires.hint', '最长一年'),
          value: today(lifetime),
          required: true,
        },
        ...scopeFields(userId !== undefined || myRights.administrator),
      ]}
      onClose={onClose}
      onDone={() => undefined}
      submit={async (v) => {
        const wish = {
          name: v.must('name'),
          scopes: scopesOf(v),
          expiresAt: new Date(`${v.must('expiresAt')}T23:59:59`).toISOString(),
        }
        const made = userId ? await forUser({ ...wish, userId }) : await forOneself(wish)
        setSecret(made.secret)
        return made.fault
      }}
    />
  )
}

interface Wish {
  name: string
  scopes: ReturnType<typeof scopesOf>
  expiresAt: string
}

async function forOneself(input: Wish) {
  const { data, fault } = await runVerb(CreateTokenDocument, { input })
  return { secret: data?.createToken?.secret, fault }
}

async function forUser(input: Wish & { userId: string }) {
  const { data, fault } = await runVerb(CreateUserTokenDocument, { input })
  return { secret: data?.createUserToken?.secret, fault }
}
