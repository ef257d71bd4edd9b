import type { ReactNode } from 'react'
import type { Read } from '~/data/useRead.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorPanel } from '~/ui/ErrorPanel.tsx'
import { Skeleton } from '~/ui/Skeleton.tsx'

interface Props<Data, Part> {
  read: Read<Data>
  pick: (data: Data) => Part | null | undefined
  heights?: number[] // of the skeleton's bars
  children: (part: Part) => ReactNode
}

// Loaded shows what was read, or why not: loading, refused, or not there. Old data stays while new data comes.
export function Loaded<Data, Part>({ read, pick, heights = [44, 96, 240], children }: Props<Data, Part>) {
  if (read.fault)
    return (
      <ErrorPanel sentence={sentenceOf(read.fault)} code={read.fault.rule || read.fault.code} onRetry={read.again} />
    )
  if (!read.data) return <Skeleton heights={heights} />
  const part = pick(read.data)
  if (part === null || part === undefined)
    return (
      <EmptyState title={t('state.notFound', '找不到这条记录')}>
        {t('state.notFound.why', '它可能已被删除，或者您无权查看。')}
      </EmptyState>
    )
  return (
    <>
      {read.refreshing ? <div className="refreshing" aria-hidden="true" /> : null}
      {children(part)}
    </>
  )
}
