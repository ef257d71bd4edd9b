import type { ProductKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

export const productKinds = (): [ProductKind, string][] => [
  ['GOODS', t('product.goods', '货物')],
  ['SERVICE', t('product.service', '服务')],
  ['SUBSCRIPTION', t('product.subscription', '订阅')],
  ['BUNDLE', t('product.bundle', '组合')],
]
