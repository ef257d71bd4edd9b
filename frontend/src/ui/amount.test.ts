import { describe, expect, test } from 'vitest'
import { fullAmount, shortAmount } from './amount.ts'

const cny = (amount: string) => ({ amount, currency: 'CNY' })

describe('an amount in a list is short', () => {
  test.each([
    ['below ten thousand it is whole', '9999.00', '¥9,999', '¥10K'],
    ['in 万 with one digit', '237000.00', '¥23.7万', '¥237K'],
    ['without an idle zero', '790000.00', '¥79万', '¥790K'],
    ['in 亿 with two', '325000000.00', '¥3.25亿', '¥325M'],
    ['negative keeps its sign', '-237000.00', '-¥23.7万', '-¥237K'],
    ['nothing is nothing', '0.00', '¥0', '¥0'],
    ['cents stay where they matter', '12.50', '¥12.50', '¥12.50'],
  ])('%s', (_, amount, zh, en) => {
    expect(shortAmount(cny(amount), 'zh-CN')).toBe(zh)
    expect(shortAmount(cny(amount), 'en')).toBe(en)
  })
})

describe('an amount in finance is full', () => {
  test.each([
    ['every digit and separators', fullAmount(cny('1234567.8')), '¥1,234,567.80'],
    ['minus elsewhere', fullAmount(cny('-5')), '-¥5.00'],
    ['parentheses in finance', fullAmount(cny('-5'), true), '(¥5.00)'],
    ['yen have no cents', fullAmount({ amount: '1200', currency: 'JPY' }), 'JP¥1,200'],
    ['an unknown currency names itself', fullAmount({ amount: '1', currency: 'CHF' }), 'CHF 1.00'],
  ])('%s', (_, got, want) => expect(got).toBe(want))
})
