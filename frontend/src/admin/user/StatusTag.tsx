import type { UserStatus } from '~/gql/graphql.ts'
import { Tag } from '~/ui/Tag.tsx'
import { statusName, statusTone } from './words.ts'

export const StatusTag = ({ of }: { of: UserStatus }) => <Tag tone={statusTone[of]}>{statusName(of)}</Tag>
