import { describe, expect, test } from 'vitest'
import { clockState } from './Clock.tsx'
import { span } from './time.ts'
import { workday, workingSeconds } from './working.ts'

const at = (text: string) => new Date(text)
const days = (from: string, to: string) => workingSeconds(at(from), at(to)) / workday

describe('working time', () => {
  test.each([
    ['a whole day', '2026-11-24T09:00', '2026-11-24T18:00', 1],
    ['half a day', '2026-11-24T09:00', '2026-11-24T13:30', 0.5],
    ['a night is nothing', '2026-11-24T18:00', '2026-11-25T09:00', 0],
    ['a weekend is nothing', '2026-11-27T18:00', '2026-11-30T09:00', 0],
    ['Friday noon to Monday noon', '2026-11-27T13:30', '2026-11-30T13:30', 1],
    ['four weeks', '2026-11-02T09:00', '2026-11-30T09:00', 20],
    ['backwards is nothing', '2026-11-25T09:00', '2026-11-24T09:00', 0],
  ])('%s', (_, from, to, want) => expect(days(from, to)).toBeCloseTo(want, 5))
})

describe('the clock', () => {
  test.each([
    [10, 0, 'plain'],
    [69, 100, 'good'],
    [70, 100, 'soon'],
    [100, 100, 'soon'],
    [101, 100, 'late'],
  ])('%i of %i is %s', (spent, target, state) => expect(clockState(spent, target)).toBe(state))

  test('spans are said as people say them', () => {
    expect([span(90), span(7200), span(2.1 * 86400), span(16 * 3600, workday)]).toEqual([
      '2 分钟',
      '2 小时',
      '2.1 天',
      '2 天',
    ])
  })
})
