import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { runVerb } from '~/data/useVerb.ts'
import { unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import type { FieldSpec } from '~/records/form.ts'
import { MoveSheet } from '~/records/MoveSheet.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { searchAccounts } from '~/records/search.ts'
import { MoveStageDocument, TransitionFields, whyNot } from '~/records/transitions.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { nameOf } from '~/ui/name.ts'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'
import { UpdateOpportunityDocument } from './EditOpportunity.tsx'
import { LoseOpportunity } from './LoseOpportunity.tsx'
import { type Asked, WaysDocument } from './useMoveOpportunity.ts'

// MoveOpportunity asks what a move still needs: its verb's form, the missing fields, or a reason.
export function MoveOpportunity({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const read = useRead(WaysDocument, { id: asked.id })
  const record = read.data?.opportunity
  if (!record) return null
  const way = unmask(TransitionFields, record.availableTransitions).find((w) => w.to === asked.way.to) ?? asked.way
  if (way.verb === 'loseOpportunity') return <LoseOpportunity opportunity={record} onClose={onClose} />
  const fields = missingFields(way.missing.flatMap((m) => m.needs))
  if (way.verb === 'moveStage' && fields.length)
    return <FillAndMove record={record} way={way} fields={fields} onClose={onClose} />
  if (way.verb === 'moveStage' && !whyNot(way))
    return <MoveSheet id={record.id} version={record.version} way={way} onClose={onClose} />
  const title = nameOf(way.label)
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <Notice tone="warn">
            {whyNot(way) ?? t('move.elsewhere', '这一步随另一张单据完成：接受报价或签署合同后，商机会自动进入这里。')}
          </Notice>
          <p>
            <Link to="/opportunities/$id" params={{ id: record.id }}>
              {record.name}
            </Link>
          </p>
          <ul className="ways">
            {record.quotes.map((q) => (
              <li key={q.id}>
                <Link to="/quotes/$id" params={{ id: q.id }}>
                  {q.number}
                </Link>
                <StageTag kind="QUOTE" name={q.latest.stageName} category={q.latest.stageCategory} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Sheet>
  )
}

// missingFields turns what a guard asks for into the fields of a form; records (a quote) are no fields.
function missingFields(needs: string[]): FieldSpec[] {
  const known: Record<string, FieldSpec> = {
    account: {
      kind: 'pick',
      name: 'account',
      label: t('kind.account', '客户'),
      required: true,
      wide: true,
      search: searchAccounts,
    },
    amount: { kind: 'money', name: 'amount', label: t('opportunity.amount', '预计金额'), required: true },
    expectedClose: { kind: 'date', name: 'expectedClose', label: t('field.expectedClose', '预计成交'), required: true },
    needs: { kind: 'paragraph', name: 'needs', label: t('field.needs', '需求'), required: true },
    nextStep: { kind: 'text', name: 'nextStep', label: t('list.nextStep', '下一步'), required: true },
  }
  return needs.flatMap((need) => known[need.replace(/Id$/, '')] ?? [])
}

interface Fill extends Omit<Asked, 'id' | 'version'> {
  record: { id: string; version: number }
  fields: FieldSpec[]
  onClose: () => void
}

function FillAndMove({ record, way, fields, onClose }: Fill) {
  const reason: FieldSpec = { kind: 'paragraph', name: 'reason', label: t('move.reason', '原因'), required: true }
  return (
    <VerbSheet
      title={nameOf(way.label)}
      action={t('action.move', '移动到“{stage}”', { stage: nameOf(way.name) })}
      intro={<Notice>{way.missing.map((m) => m.message).join('；')}</Notice>}
      fields={way.reasonRequired ? [...fields, reason] : fields}
      onClose={onClose}
      submit={async (v) => {
        const filled = await runVerb(UpdateOpportunityDocument, {
          input: {
            id: record.id,
            expectedVersion: record.version,
            accountId: v.id('account'),
            amount: v.money('amount'),
            expectedClose: v.text('expectedClose'),
            needs: v.text('needs'),
            nextStep: v.text('nextStep'),
          },
        })
        const version = filled.data?.updateOpportunity?.version
        if (version === undefined) return filled.fault
        const input = { id: record.id, to: way.to, expectedVersion: version, reason: v.text('reason') }
        return (await runVerb(MoveStageDocument, { input })).fault
      }}
    />
  )
}
