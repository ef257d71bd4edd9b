import { runVerb } from '~/data/useVerb.ts'
import type { TransitionFieldsFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { nameOf } from '~/ui/name.ts'
import { toast } from '~/ui/toast.tsx'
import { MoveStageDocument } from './transitions.ts'
import { VerbSheet } from './VerbSheet.tsx'

interface Props {
  id: string
  version: number
  way: TransitionFieldsFragment
  onClose: () => void
  onMoved?: () => void
}

// MoveSheet moves a record where the transition has no verb of its own, and asks for the reason where one is wanted.
export function MoveSheet({ id, version, way, onClose, onMoved }: Props) {
  return (
    <VerbSheet
      title={nameOf(way.label)}
      action={t('action.move', '移动到“{stage}”', { stage: nameOf(way.name) })}
      fields={[
        { kind: 'paragraph', name: 'reason', label: t('move.reason', '原因'), required: way.reasonRequired },
        { kind: 'paragraph', name: 'comment', label: t('move.comment', '备注') },
      ]}
      onClose={onClose}
      submit={async (v) => {
        const input = { id, to: way.to, expectedVersion: version, reason: v.text('reason'), comment: v.text('comment') }
        const { fault } = await runVerb(MoveStageDocument, { input })
        if (!fault) {
          toast(t('move.done', '已移动到“{stage}”', { stage: nameOf(way.name) }))
          onMoved?.()
        }
        return fault
      }}
    />
  )
}
