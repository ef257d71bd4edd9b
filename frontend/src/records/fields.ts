import { t } from '~/i18n/t.ts'

// fieldName says a column of the log in the reader's words; one that is not listed keeps its own name.
export function fieldName(column: string): string {
  const names: Record<string, string> = {
    name: t('field.name', '名称'),
    company: t('field.company', '公司'),
    title: t('field.title', '职位'),
    phone: t('field.phone', '电话'),
    email: t('field.email', '邮箱'),
    amount_minor: t('field.amount', '金额'),
    expected_close: t('field.expectedClose', '预计成交'),
    next_step: t('field.nextStep', '下一步'),
    next_step_due: t('field.nextStepDue', '下一步日期'),
    owner_id: t('field.owner', '负责人'),
    account_id: t('field.account', '客户'),
    contact_id: t('field.contact', '联系人'),
    product_id: t('field.product', '产品'),
    needs: t('field.needs', '需求'),
    need: t('field.needs', '需求'),
    lines: t('field.lines', '明细'),
    payment_terms: t('field.terms', '付款条款'),
    valid_until: t('field.validUntil', '有效期至'),
    industry: t('field.industry', '行业'),
    region: t('field.region', '地区'),
    remark: t('field.remark', '备注'),
    promised_on: t('field.promisedOn', '承诺交期'),
    ship_to: t('field.shipTo', '收货地址'),
  }
  return names[column] ?? column
}
