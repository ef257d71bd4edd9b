import type { ReactNode } from 'react'
import type { Read } from '~/data/useRead.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { ErrorPanel } from '~/ui/ErrorPanel.tsx'
import { Skeleton } from '~/ui/Skeleton.tsx'
import { NotYours } from './NotYours.tsx'

interface Props<Data, Part> {
  read: Read<Data>
  pick: (data: Data) => Part | null | undefined
  heights?: number[] // of the skeleton's bars
  children: (part: Part) => ReactNode
}

// Loaded shows what was read, or why not: loading, refused, or not there. Old data stays while new data comes.
export function Loaded<Data, Part>({ read, pick, heights = [44, 96, 240], children }: Props<Data, Part>) {
  if (read.fault?.code === 'NOT_FOUND') return <NotYours />
  if (read.fault)
    return (
      <ErrorPanel sentence={sentenceOf(read.fault)} code={read.fault.rule || read.fault.code} onRetry={read.again} />
    )
  if (!read.data) return <Skeleton heights={heights} />
  const part = pick(read.data)
  if (part === null || part === undefined) return <NotYours />
  return (
    <>
      {read.refreshing ? <div className="refreshing" aria-hidden="true" /> : null}
      {children(part)}
    </>
  )
}
