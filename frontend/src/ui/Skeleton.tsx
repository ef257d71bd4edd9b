import { t } from '~/i18n/t.ts'

// Skeleton has the shape of what will be there; nothing shows for the first 150 ms (a CSS delay).
export function Skeleton({ heights }: { heights: number[] }) {
  return (
    <div className="skeleton" role="status" aria-label={t('state.loading', '正在载入')}>
      {heights.map((height, i) => (
        <span key={i} style={{ height }} />
      ))}
    </div>
  )
}
