import type { AcceptanceKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

export const acceptanceKinds = (): [AcceptanceKind, string][] => [
  ['FINAL', t('acceptance.final', '终验')],
  ['PRELIMINARY', t('acceptance.preliminary', '初验')],
  ['PARTIAL', t('acceptance.partial', '部分验收')],
]
