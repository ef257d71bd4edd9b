import { useState } from 'react'
import { client } from '~/data/client.ts'
import { runVerb } from '~/data/useVerb.ts'
import type { OpportunityCardFragment, TransitionFieldsFragment } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { MoveStageDocument, TransitionFields, whyNot } from '~/records/transitions.ts'
import { nameOf } from '~/ui/name.ts'
import { toast } from '~/ui/toast.tsx'

const WaysDocument = graphql(`
  query OpportunityWays($id: ID!) {
    opportunity(id: $id) {
      id version stage name expectedClose needs nextStep account { id name } amount { amount currency }
      quotes { id number latest { id stage stageName { zh en } stageCategory } }
      availableTransitions { ...TransitionFields }
    }
  }
`)

export interface Asked {
  id: string
  version: number
  way: TransitionFieldsFragment
}

// useMoveOpportunity moves a card at once and takes it back if the server refuses; what needs words opens a sheet.
export function useMoveOpportunity() {
  const [moving, setMoving] = useState<Record<string, string>>({}) // id -> stage, until the server has answered
  const [asked, setAsked] = useState<Asked>()
  const [mine] = useState(() => new Set<string>())

  const settle = (id: string) => setMoving(({ [id]: _, ...others }) => others)

  async function commit(id: string, version: number, from: string, way: TransitionFieldsFragment) {
    mine.add(id)
    const { data, fault } = await runVerb(MoveStageDocument, { input: { id, to: way.to, expectedVersion: version } })
    settle(id)
    if (fault) return toast(sentenceOf(fault), { tone: 'bad' })
    const now = data.moveStage?.version
    toast(t('move.done', '已移动到“{stage}”', { stage: nameOf(way.name) }), {
      undo: now === undefined ? undefined : () => void takeBack(id, now, from),
    })
  }

  async function takeBack(id: string, version: number, to: string) {
    const input = { id, to, expectedVersion: version, reason: t('move.undone', '撤销移动') }
    const { fault } = await runVerb(MoveStageDocument, { input })
    if (fault) toast(sentenceOf(fault), { tone: 'bad' })
  }

  async function move(card: OpportunityCardFragment, to: string) {
    if (card.stage === to) return
    setMoving((all) => ({ ...all, [card.id]: to }))
    const read = await client.query(WaysDocument, { id: card.id }, { requestPolicy: 'network-only' }).toPromise()
    const record = read.data?.opportunity
    const ways = record ? unmask(TransitionFields, record.availableTransitions) : []
    const way = ways.find((w) => w.to === to)
    if (!record || !way) {
      settle(card.id)
      return toast(t('move.noWay', '流程里没有从这里到那里的路。'), { tone: 'bad' })
    }
    if (way.verb === 'moveStage' && !way.reasonRequired && !whyNot(way))
      return commit(card.id, record.version, record.stage, way)
    settle(card.id)
    if (!way.allowed) return toast(whyNot(way) ?? '', { tone: 'bad' })
    setAsked({ id: card.id, version: record.version, way })
  }

  return { move, moving, asked, done: () => setAsked(undefined), mine, WaysDocument }
}

export { WaysDocument }
