import { describe, expect, test } from 'vitest'
import { emptyLine, emptyTerm, formOfLine, inputOfLine, inputOfTerm, lineAmount, percentOf, sumOf } from './terms.ts'

const line = (over: object) => ({ ...emptyLine(), ...over })

describe('the preview of a line', () => {
  test.each([
    ['quantity times price', { quantity: '3', unitPrice: '33.33' }, '99.99'],
    ['less discount', { quantity: '1', unitPrice: '100', discount: '12.5' }, '87.50'],
    ['rounded once', { quantity: '3', unitPrice: '0.333333' }, '1.00'],
    ['half-written is zero', { quantity: '', unitPrice: '' }, '0.00'],
  ])('%s', (_, over, want) => expect(lineAmount(line(over))).toBe(want))

  test('an optional line is not in the sum', () => {
    expect(sumOf([line({ unitPrice: '10' }), line({ unitPrice: '99', optional: true })])).toBe('10.00')
  })
})

describe('what is sent', () => {
  test('an empty field is not given, so the product decides', () => {
    expect(
      inputOfLine(line({ product: { id: 'prd_1', label: 'x', unit: '台', listPrice: '1', taxRate: '13' } }), true),
    ).toEqual({
      productId: 'prd_1',
      description: undefined,
      unit: undefined,
      quantity: '1',
      unitPrice: undefined,
      discount: undefined,
      taxRate: undefined,
    })
  })
  test('a line that was read is shown without idle zeros', () => {
    const read = {
      description: 'MES',
      unit: '台',
      quantity: '2.500000',
      unitPrice: '1200.00',
      discount: '0',
      taxRate: '13.0000',
    }
    expect(formOfLine(read)).toMatchObject({
      quantity: '2.5',
      unitPrice: '1200',
      discount: '',
      taxRate: '13',
      product: null,
    })
  })
  test('an instalment without a name is called by its trigger', () => {
    expect(inputOfTerm({ ...emptyTerm(), percent: '30' })).toMatchObject({
      name: '全部验收',
      percent: '30',
      dueDays: 30,
    })
  })
  test('instalments are added exactly', () =>
    expect(percentOf(['33.3333', '33.3333', '33.3334'].map((percent) => ({ ...emptyTerm(), percent })))).toBe('100'))
})
