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
