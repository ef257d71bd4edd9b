import type { BudgetStatus, LeadOrigin } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

export const origins = (): [LeadOrigin, string][] => [
  ['WEB', t('origin.web', '官网表单')],
  ['EXHIBITION', t('origin.exhibition', '展会')],
  ['REFERRAL', t('origin.referral', '转介绍')],
  ['AD', t('origin.ad', '广告')],
  ['PHONE', t('origin.phone', '来电')],
  ['PARTNER', t('origin.partner', '合作伙伴')],
  ['SOCIAL', t('origin.social', '社交媒体')],
  ['OTHER', t('origin.other', '其他')],
]

export const originName = (origin: LeadOrigin) => origins().find(([key]) => key === origin)?.[1] ?? origin

export const budgetStatuses = (): [BudgetStatus, string][] => [
  ['NONE', t('budget.none', '没有预算')],
  ['PLANNED', t('budget.planned', '计划中')],
  ['APPROVED', t('budget.approved', '已批准')],
]

export const asOptions = (pairs: [string, string][]) => pairs.map(([value, label]) => ({ value, label }))
