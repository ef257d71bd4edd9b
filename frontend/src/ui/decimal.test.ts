import { describe, expect, test } from 'vitest'
import { add, decimal, grouped, isDecimal, less, millionths, subtract, times, toDigits } from './decimal.ts'

describe('decimals are exact', () => {
  test.each([
    ['0.1 and 0.2 make 0.3', add('0.1', '0.2'), '0.3'],
    ['a difference may be negative', subtract('0.10', '0.25'), '-0.15'],
    ['a large amount keeps its cents', add('10000000000000.10', '0.05'), '10000000000000.15'],
    ['a product is rounded half up', times('1.005', '1', 2), '1.01'],
    ['and away from zero', times('-1.005', '1', 2), '-1.01'],
    ['three pieces at 33.333333', times('3', '33.333333', 2), '100.00'],
    ['digits are kept', toDigits('5', 2), '5.00'],
    ['digits are rounded', toDigits('0.125', 2), '0.13'],
    ['thousands are grouped', grouped('1234567.80'), '1,234,567.80'],
    ['commas that people type are read', decimal(millionths('1,234.5')), '1234.5'],
  ])('%s', (_, got, want) => expect(got).toBe(want))

  test('they compare as numbers, not as texts', () => {
    expect(less('9', '10')).toBe(true)
    expect(less('10.0', '10')).toBe(false)
  })
  test('a text is no decimal', () => {
    expect([isDecimal('12.5'), isDecimal('.5'), isDecimal('1e5'), isDecimal('abc'), isDecimal('')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
