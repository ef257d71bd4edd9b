import { t } from '~/i18n/t.ts'

// PartialTag stands beside a sum that leaves out what its reader may not see.
export function PartialTag({ of }: { of: { partial: boolean } }) {
  if (!of.partial) return null
  return (
    <span className="tag" title={t('partial.why', '只汇总您有权查看的记录')}>
      {t('partial.tag', '部分数据')}
    </span>
  )
}
