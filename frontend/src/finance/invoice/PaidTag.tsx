import type { PaymentStatus } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Tag } from '~/ui/Tag.tsx'

interface Props {
  invoice: { paymentStatus: PaymentStatus; overdueDays: number; stageCategory: string }
}

// PaidTag: paid or not, and how late, in words.
export function PaidTag({ invoice: i }: Props) {
  if (i.stageCategory === 'DRAFT' || i.stageCategory === 'REVIEW' || i.stageCategory === 'DISCARDED')
    return <span className="muted">—</span>
  if (i.paymentStatus === 'PAID') return <Tag tone="ok">{t('paid.full', '已收齐')}</Tag>
  if (i.paymentStatus === 'CREDITED') return <Tag>{t('paid.credited', '已红冲')}</Tag>
  if (i.overdueDays > 0) return <Tag tone="bad">{t('paid.overdue', '逾期 {n} 天', { n: i.overdueDays })}</Tag>
  if (i.paymentStatus === 'PARTLY_PAID') return <Tag tone="warn">{t('paid.partly', '部分收款')}</Tag>
  return <Tag tone="warn">{t('paid.notDue', '未收')}</Tag>
}
