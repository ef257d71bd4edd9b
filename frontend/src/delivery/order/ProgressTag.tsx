import type { Progress } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Tag } from '~/ui/Tag.tsx'

// ProgressTag: delivered is not accepted, accepted is not invoiced, invoiced is not paid (R33): four of these a line.
export function ProgressTag({ of }: { of: Progress }) {
  if (of === 'FULL') return <Tag tone="ok">{t('progress.full', '全部')}</Tag>
  if (of === 'PARTIAL') return <Tag tone="warn">{t('progress.partial', '部分')}</Tag>
  return <span className="muted">{t('progress.none', '未')}</span>
}
