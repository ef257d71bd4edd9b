import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Asked, fakeServer } from '~/testing/fake-server.ts'
import { show } from '~/testing/render.tsx'
import { OpportunityBoard } from './OpportunityBoard.tsx'

const text = (zh: string) => ({ __typename: 'Text', zh, en: zh })
const money = (amount: string) => ({ __typename: 'Money', amount, currency: 'CNY' })
let ids = 0

// A small company: one card in 需求 and a stage after it. Each test looks at a board of its own, for the cache remembers.
function company(over: { way?: object; move?: () => unknown } = {}) {
  const id = `opp_${++ids}`
  const record = { stage: 'needs', version: 1 }
  const stage = (key: string, name: string) => ({
    __typename: 'Stage',
    key,
    name: text(name),
    category: 'OPEN',
    probability: 20,
    lateAfter: 40,
    department: 'SALES',
    guidance: text(''),
  })
  const stages = [stage('needs', '需求'), stage('solution', '方案')]
  const card = () => ({
    __typename: 'Opportunity',
    id,
    number: 'O-1',
    name: '苏州博远',
    version: record.version,
    stage: record.stage,
    stageCategory: 'OPEN',
    stageEnteredAt: '2026-11-20T01:00:00Z',
    nextStep: null,
    nextStepDue: null,
    expectedClose: null,
    amount: money('790000.00'),
    account: null,
    owner: { __typename: 'User', id: 'usr_1', name: '王雪' },
  })
  const way = (to: string, name: string) => ({
    __typename: 'Transition',
    to,
    name: text(name),
    category: 'OPEN',
    verb: 'moveStage',
    label: text(`进入${name}`),
    open: true,
    allowed: true,
    reasonRequired: false,
    who: [],
    missing: [],
    ...over.way,
  })
  const asked = fakeServer({
    Stages: () => ({ processes: [{ __typename: 'Process', id: 'pro_1', kind: 'OPPORTUNITY', stages }] }),
    OpportunityBoard: () => ({
      board: {
        __typename: 'Board',
        columns: stages.map((s) => ({
          __typename: 'BoardColumn',
          stage: s,
          count: s.key === record.stage ? 1 : 0,
          sum: money('0'),
          weightedSum: money('0'),
          medianBusinessSeconds: 0,
          cards: s.key === record.stage ? [card()] : [],
        })),
      },
    }),
    OpportunityWays: () => ({
      opportunity: {
        ...card(),
        needs: null,
        quotes: [],
        availableTransitions: [way(record.stage === 'needs' ? 'solution' : 'needs', '方案')],
      },
    }),
    MoveStage: ({ input }: { input: { to: string } }) => {
      over.move?.()
      record.stage = input.to
      record.version++
      return {
        moveStage: {
          __typename: 'Opportunity',
          id,
          version: record.version,
          stage: record.stage,
          stageName: text(record.stage),
          stageCategory: 'OPEN',
          stageEnteredAt: '2026-11-24T01:00:00Z',
        },
      }
    },
    UpdateOpportunity: () => {
      record.version++
      return { updateOpportunity: card() }
    },
  })
  return {
    asked,
    view: { text: id },
    moves: () =>
      asked.filter((a: Asked) => a.operation === 'MoveStage').map((a) => (a.variables as { input: object }).input),
  }
}

const column = (name: string) => screen.getByRole('region', { name })
const inColumn = (name: string) => within(column(name)).queryByRole('article', { name: '苏州博远' })

// moveTo walks the way of the keyboard: the card, m, the stage.
async function moveTo(stage: string) {
  const card = await screen.findByRole('article', { name: '苏州博远' })
  within(card).getByRole('link').focus()
  fireEvent.keyDown(document.activeElement as Element, { key: 'm' })
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: new RegExp(stage) }))
}

describe('the board', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(240)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  test('puts each card into the column of its stage', async () => {
    const { view } = company()
    await show(<OpportunityBoard view={view} />)
    await screen.findByRole('article', { name: '苏州博远' })
    expect([!!inColumn('需求'), !!inColumn('方案')]).toEqual([true, false])
    expect(column('需求').textContent).toContain('¥79万')
    expect(column('需求').textContent).toContain('缺少下一步')
  })

  test('moves a card by keyboard, and takes it back within eight seconds', async () => {
    const { moves, asked, view } = company()
    await show(<OpportunityBoard view={view} />)
    await moveTo('方案')
    await waitFor(() => expect(inColumn('方案')).toBeTruthy())
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    await waitFor(() => expect(inColumn('需求')).toBeTruthy())
    expect(moves()).toMatchObject([
      { to: 'solution', expectedVersion: 1 },
      { to: 'needs', expectedVersion: 2, reason: '撤销移动' },
    ])
    const keys = asked.filter((a) => a.operation === 'MoveStage').map((a) => a.key)
    expect(new Set(keys).size).toBe(2) // two wishes, two keys
  })

  test('puts the card back when the server refuses, and says why', async () => {
    const { view } = company({
      move: () => {
        throw { code: 'FORBIDDEN', rule: '' }
      },
    })
    await show(<OpportunityBoard view={view} />)
    await moveTo('方案')
    await screen.findByText('您的部门不能执行这一步。')
    expect([!!inColumn('需求'), !!inColumn('方案')]).toEqual([true, false])
  })

  test('asks for what is missing, and only that, before it moves', async () => {
    const { moves, asked, view } = company({
      way: {
        open: false,
        missing: [
          { __typename: 'Missing', rule: 'opportunity.needs_amount', message: '还没有金额', needs: ['amount'] },
        ],
      },
    })
    await show(<OpportunityBoard view={view} />)
    await moveTo('方案')
    const amount = await screen.findByLabelText(/预计金额/)
    expect(within(screen.getByRole('dialog')).getAllByRole('textbox')).toHaveLength(1)
    fireEvent.input(amount, { target: { value: '5000' } })
    fireEvent.click(screen.getByRole('button', { name: /移动到/ }))
    await waitFor(() => expect(moves()).toMatchObject([{ to: 'solution', expectedVersion: 2 }]))
    expect(asked.find((a) => a.operation === 'UpdateOpportunity')?.variables).toMatchObject({
      input: { amount: { amount: '5000', currency: 'CNY' } },
    })
  })
})
