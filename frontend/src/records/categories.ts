import type { StageCategory } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

// categoryName says what a stage means, in one word for the filters; the stages themselves carry their own names.
export function categoryName(category: StageCategory): string {
  const names: Partial<Record<StageCategory, string>> = {
    NEW: t('category.new', '新线索'),
    WORKING: t('category.working', '跟进中'),
    QUALIFIED: t('category.qualified', '已合格'),
    CONVERTED: t('category.converted', '已转化'),
    DISQUALIFIED: t('category.disqualified', '不合格'),
    POOLED: t('category.pooled', '公海'),
    DRAFT: t('category.draft', '草稿'),
    REVIEW: t('category.review', '评审中'),
    APPROVED: t('category.approved', '已批准'),
    SENT: t('category.sent', '已发送'),
    ACCEPTED: t('category.accepted', '已接受'),
    SIGNING: t('category.signing', '签署中'),
    SIGNED: t('category.signed', '已签署'),
    EFFECTIVE: t('category.effective', '已生效'),
    COMPLETED: t('category.completed', '已完成'),
    CONFIRMED: t('category.confirmed', '已确认'),
    CLOSED: t('category.closed', '已关闭'),
    CANCELLED: t('category.cancelled', '已取消'),
    POSTED: t('category.posted', '已开票'),
    DISCARDED: t('category.discarded', '已作废'),
    PROSPECT: t('category.prospect', '潜在客户'),
    CUSTOMER: t('category.customer', '正式客户'),
    DORMANT: t('category.dormant', '休眠'),
    BLACKLISTED: t('category.blacklisted', '黑名单'),
    ON_HOLD: t('category.onHold', '暂停'),
  }
  return names[category] ?? category
}

export const options = (...categories: StageCategory[]): [string, string][] =>
  categories.map((c) => [c, categoryName(c)])
