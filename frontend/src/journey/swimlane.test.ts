import { describe, expect, test } from 'vitest'
import type { JourneyStepRowFragment } from '~/gql/graphql.ts'
import { layOut, spanOf, ticks } from './swimlane.ts'

const day = 28_800
const step = (over: Partial<JourneyStepRowFragment>): JourneyStepRowFragment =>
  ({
    kind: 'LEAD',
    subjectId: 'lea_1',
    stage: 'new',
    department: 'SALES',
    startSeconds: 0,
    businessSeconds: day,
    waitingSeconds: 0,
    lateAfterSeconds: 0,
    enteredAt: '2026-11-02T01:00:00Z',
    leftAt: '2026-11-03T01:00:00Z',
    ...over,
  }) as JourneyStepRowFragment
const measure = () => 50
const place = (steps: JourneyStepRowFragment[], width = 1000, span = 10 * day) => layOut(steps, width, span, measure)

describe('the swimlane', () => {
  test('has one lane a department, in the order of the chain', () => {
    const { lanes } = place([
      step({ department: 'FINANCE' }),
      step({ department: 'MARKETING' }),
      step({ department: 'SALES' }),
    ])
    expect(lanes.map((l) => l.department)).toEqual(['MARKETING', 'SALES', 'FINANCE'])
  })
  test('leaves out the stages where nobody waits', () => {
    expect(place([step({ department: null })]).boxes).toEqual([])
  })
  test('puts steps that overlap into tracks of their own', () => {
    const { boxes, lanes } = place([
      step({ businessSeconds: 5 * day }),
      step({ startSeconds: 2 * day }),
      step({ startSeconds: 6 * day }),
    ])
    expect(boxes.map((b) => b.track)).toEqual([0, 1, 0])
    expect(lanes[0]?.tracks).toBe(2)
  })
  test('hatches the part that waited', () => {
    expect(place([step({ waitingSeconds: day / 2 })]).boxes[0]).toMatchObject({ x: 0, width: 100, waiting: 50 })
  })
  test('marks the target only when it was missed', () => {
    const { boxes } = place([
      step({ lateAfterSeconds: day / 2 }),
      step({ startSeconds: 3 * day, lateAfterSeconds: 2 * day }),
    ])
    expect(boxes.map((b) => b.target)).toEqual([50, undefined])
  })
  test('rings the step that is now', () => {
    expect(place([step({ leftAt: null })]).boxes[0]?.current).toBe(true)
  })
  test('shows even an instant', () => {
    expect(place([step({ businessSeconds: 0 })]).boxes[0]?.width).toBe(3)
  })
})

describe('a name never lies over another bar', () => {
  test('on the work when it fits there', () => expect(place([step({})]).boxes[0]?.label).toBe('work'))
  test('on the waiting when the work is narrow', () => {
    expect(place([step({ waitingSeconds: 0.8 * day })]).boxes[0]?.label).toBe('wait')
  })
  test('beside a narrow bar', () => expect(place([step({ businessSeconds: day / 4 })]).boxes[0]?.label).toBe('right'))
  test('above, where the next bar is near', () => {
    const { boxes } = place([step({ businessSeconds: day / 4 }), step({ startSeconds: day / 2 })])
    expect(boxes[0]?.label).toBe('above')
  })
  test('and not at all where that place is taken', () => {
    const near = [0, 1, 2].map((i) => step({ startSeconds: (i * day) / 4, businessSeconds: day / 5 }))
    expect(place([...near, step({ startSeconds: day })]).boxes.map((b) => b.label)).toEqual([
      'above',
      'none',
      'none',
      'work',
    ])
  })
})

test('the axis has at most eight ticks', () => {
  expect(ticks(59.9 * day, day)).toEqual([0, 10, 20, 30, 40, 50])
  expect(ticks(spanOf([], day), day)).toEqual([0, 1])
})
