import type { PaymentMethod } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

export const methods = (): [PaymentMethod, string][] => [
  ['BANK', t('method.bank', '银行转账')],
  ['ALIPAY', t('method.alipay', '支付宝')],
  ['WECHAT_PAY', t('method.wechat', '微信支付')],
  ['CASH', t('method.cash', '现金')],
  ['BILL', t('method.bill', '承兑汇票')],
]
export const methodName = (method: PaymentMethod) => methods().find(([key]) => key === method)?.[1] ?? method
