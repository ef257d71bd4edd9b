import type { UserStatus } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import type { Tone } from '~/ui/Tag.tsx'

export const statuses = (): [UserStatus, string][] => [
  ['ACTIVE', t('user.active', '在职')],
  ['INVITED', t('user.invited', '已邀请')],
  ['SUSPENDED', t('user.suspended', '已暂停')],
  ['DISABLED', t('user.disabled', '已离职')],
]

export const statusName = (s: UserStatus) => statuses().find(([key]) => key === s)?.[1] ?? s

export const statusTone: Record<UserStatus, Tone | undefined> = {
  ACTIVE: 'ok',
  INVITED: 'warn',
  SUSPENDED: 'bad',
  DISABLED: undefined,
}
