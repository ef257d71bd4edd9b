import type { RecordKind, StageCategory } from '~/gql/graphql.ts'
import { nameOf } from '~/ui/name.ts'
import type { Tone } from '~/ui/Tag.tsx'
import { stageOf } from './kinds.ts'

const tones: Partial<Record<StageCategory, Tone>> = {
  WON: 'ok',
  CUSTOMER: 'ok',
  COMPLETED: 'ok',
  LOST: 'bad',
  REJECTED: 'bad',
  REVERSED: 'bad',
  TERMINATED: 'bad',
  EXCEPTION: 'bad',
  BLACKLISTED: 'bad',
  ON_HOLD: 'warn',
  SUSPENDED: 'warn',
}

// StageTag: where a record stands, in the colour of its place on the chain.
export function StageTag(props: { kind: RecordKind; name: { zh: string; en: string }; category: StageCategory }) {
  const tone = tones[props.category]
  return (
    <span className="tag" data-stage={tone ? undefined : stageOf[props.kind]} data-tone={tone}>
      {nameOf(props.name)}
    </span>
  )
}
