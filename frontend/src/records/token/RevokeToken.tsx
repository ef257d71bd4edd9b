import type { Fault } from '~/data/fault.ts'
import { runVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { toast } from '~/ui/toast.tsx'
import { VerbSheet } from '../VerbSheet.tsx'

const RevokeTokenDocument = graphql(`
  mutation RevokeToken($input: RevokeTokenInput!) { revokeToken(input: $input) { id } }
`)
const RevokeUserTokenDocument = graphql(`
  mutation RevokeUserToken($input: RevokeTokenInput!) { revokeUserToken(input: $input) { id revokedAt } }
`)

interface Props {
  token: { id: string; name: string }
  ofOthers?: boolean
  onClose: () => void
}

// RevokeToken asks before it does: programs that use the token stop at once, and there is no way back.
export function RevokeToken({ token, ofOthers, onClose }: Props) {
  const revoke = (): Promise<{ fault?: Fault }> =>
    ofOthers
      ? runVerb(RevokeUserTokenDocument, { input: { id: token.id } })
      : runVerb(RevokeTokenDocument, { input: { id: token.id } })
  return (
    <VerbSheet
      title={t('token.revoke.title', '吊销“{name}”', { name: token.name })}
      action={t('token.revoke', '吊销')}
      intro={<p>{t('token.revoke.text', '使用它的程序会立刻断开，无法恢复。')}</p>}
      danger
      fields={[]}
      onClose={onClose}
      submit={async () => {
        const { fault } = await revoke()
        if (!fault) toast(t('token.revoked', '令牌已吊销'))
        return fault
      }}
    />
  )
}
