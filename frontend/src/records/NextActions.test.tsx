import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { TransitionFieldsFragment } from '~/gql/graphql.ts'
import { NextActions } from './NextActions.tsx'

const way = (over: Partial<TransitionFieldsFragment>): TransitionFieldsFragment => ({
  to: 'x',
  name: { zh: '方案', en: 'Solution' },
  category: 'OPEN',
  verb: 'moveStage',
  label: { zh: '推进', en: 'On' },
  open: true,
  allowed: true,
  reasonRequired: false,
  who: [],
  missing: [],
  ...over,
})
const label = (zh: string) => ({ zh, en: zh })
const show = (ways: TransitionFieldsFragment[], sheets = {}) =>
  render(<NextActions record={{ id: 'opp_1', version: 1 }} ways={ways} sheets={sheets} />)

describe('the next step', () => {
  test('a verb of the business comes before a bare move', () => {
    show([way({ label: label('送审') }), way({ verb: 'postInvoice', label: label('开出') })], {
      postInvoice: () => null,
    })
    expect(screen.getByRole('button', { name: '开出' }).dataset.kind).toBe('primary')
  })
  test('is never a way back', () => {
    show([way({ category: 'LOST', label: label('输单') })])
    expect(screen.queryByRole('button', { name: '输单' })).toBeNull()
  })
  test('a closed way says why', () => {
    show([
      way({ open: false, label: label('推进'), missing: [{ rule: 'r', message: '还没有客户', needs: ['account'] }] }),
    ])
    fireEvent.click(screen.getByRole('button', { name: '更多' }))
    expect(screen.getByRole('menuitem', { name: '推进' }).title).toBe('还没有客户')
  })
  test('another department’s way says whose it is', () => {
    show([way({ allowed: false, who: ['LEGAL', 'FINANCE'] })])
    fireEvent.click(screen.getByRole('button', { name: '更多' }))
    expect(screen.getByRole('menuitem').title).toBe('由法务、财务操作')
  })
  test('a verb whose form this page does not have is left out', () => {
    show([way({ verb: 'acceptQuote' })])
    expect(screen.queryByRole('button')).toBeNull()
  })
  test('ways of one label are told apart by their stage', () => {
    show([
      way({ to: 'a', reasonRequired: true, label: label('退回') }),
      way({ to: 'b', reasonRequired: true, label: label('退回'), name: label('谈判') }),
    ])
    fireEvent.click(screen.getByRole('button', { name: '更多' }))
    expect(screen.getAllByRole('menuitem').map((e) => e.textContent)).toEqual(['退回 · 方案', '退回 · 谈判'])
  })
})
