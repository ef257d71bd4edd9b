import type { CreditReason } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

export const creditReasons = (): [CreditReason, string][] => [
  ['RETURN', t('credit.return', '退货')],
  ['PRICE', t('credit.price', '价格更正')],
  ['DUPLICATE', t('credit.duplicate', '重复开票')],
  ['SERVICE', t('credit.service', '服务未达标')],
  ['GOODWILL', t('credit.goodwill', '商务让步')],
]
