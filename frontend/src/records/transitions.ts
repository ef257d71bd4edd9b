import { graphql } from '~/gql/gql.ts'
import type { TransitionFieldsFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { comma } from '~/ui/name.ts'
import { departmentName } from './Department.tsx'

// Where a record may go next, asked with every record page.
export const TransitionFields = graphql(`
  fragment TransitionFields on Transition {
    to name { zh en } category verb label { zh en } open allowed reasonRequired who
    missing { rule message needs }
  }
`)

export const MoveStageDocument = graphql(`
  mutation MoveStage($input: MoveStageInput!) {
    moveStage(input: $input) { id version stage stageName { zh en } stageCategory stageEnteredAt }
  }
`)

// whyNot says what closes a way: whose turn it is, or what is missing. Undefined: it is open.
export function whyNot(way: TransitionFieldsFragment): string | undefined {
  if (!way.allowed) return t('way.who', '由{who}操作', { who: way.who.map(departmentName).join(comma()) })
  if (!way.open) return way.missing.map((m) => m.message).join('；') || t('way.closed', '还不满足条件')
  return undefined
}

// back are the ways that end or hold a record; they are offered, never proposed.
const back = new Set([
  'LOST',
  'ABANDONED',
  'DISQUALIFIED',
  'ON_HOLD',
  'VOID',
  'TERMINATED',
  'CANCELLED',
  'DISCARDED',
  'REVERSED',
  'EXCEPTION',
  'BLACKLISTED',
  'SUSPENDED',
  'POOLED',
])

// A verb in this list asks in its own form for what its guard wants, so its form opens though the way is still closed.
const fills = new Set(['qualifyLead'])
export const canTry = (w: Way) => w.allowed && (w.open || fills.has(w.verb))

type Way = Pick<TransitionFieldsFragment, 'verb' | 'category' | 'open' | 'allowed' | 'reasonRequired'>

// onward answers the step that comes next: a verb of the business before a bare move, and never a way back.
export function onward<W extends Way>(ways: readonly W[]): W | undefined {
  const steps = ways.filter((w) => canTry(w) && !back.has(w.category) && !w.reasonRequired)
  return steps.find((w) => w.verb !== 'moveStage') ?? steps[0]
}
