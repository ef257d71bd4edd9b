import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Fault } from '~/data/fault.ts'
import { VerbSheet } from './VerbSheet.tsx'

const fault = (over: Partial<Fault>): Fault => ({
  code: 'INVALID',
  rule: '',
  params: {},
  fields: [],
  help: {},
  message: 'no',
  ...over,
})
const fields = [
  { kind: 'text' as const, name: 'company', label: '公司', required: true },
  { kind: 'money' as const, name: 'budget', label: '预算' },
]
const show = (submit: Parameters<typeof VerbSheet>[0]['submit'], onClose = vi.fn()) => {
  render(<VerbSheet title="录入" action="保存" fields={fields} submit={submit} onClose={onClose} />)
  return onClose
}
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const save = () => fireEvent.click(screen.getByRole('button', { name: '保存' }))

describe('the form of a verb', () => {
  test('says under the field what is missing, and asks nothing of the server', async () => {
    const submit = vi.fn()
    show(submit)
    save()
    expect(await screen.findByText('请填写公司')).toBeTruthy()
    expect(submit).not.toHaveBeenCalled()
  })
  test('sends what was written, and closes', async () => {
    const onClose = show(async (v) => {
      expect([v.text('company'), v.money('budget')]).toEqual(['海川', { amount: '1200.50', currency: 'CNY' }])
      return undefined
    })
    type(/公司/, ' 海川 ')
    type(/预算/, '1,200.50')
    save()
    await waitFor(() => expect(onClose).toHaveBeenCalled())
  })
  test('puts the refusal under the field that the server names', async () => {
    show(async () => fault({ code: 'INVALID', message: 'known', fields: [{ path: 'company', rule: 'x' }] }))
    type(/公司/, '海川')
    save()
    await waitFor(() => expect(screen.getByLabelText(/公司/).getAttribute('aria-invalid')).toBe('true'))
  })
  test('shows both values when someone was faster', async () => {
    const { rerender } = render(
      <VerbSheet
        title="t"
        action="保存"
        onClose={vi.fn()}
        submit={async () => fault({ code: 'STALE_VERSION' })}
        fields={[{ ...(fields[0] as (typeof fields)[0]), value: '海川' }]}
      />,
    )
    type(/公司/, '我的海川')
    save()
    await screen.findByText(/其他人刚刚改过/)
    rerender(
      <VerbSheet
        title="t"
        action="保存"
        onClose={vi.fn()}
        submit={async () => fault({ code: 'STALE_VERSION' })}
        fields={[{ ...(fields[0] as (typeof fields)[0]), value: '他的海川' }]}
      />,
    )
    fireEvent.click(await screen.findByRole('button', { name: '用对方的' }))
    expect((screen.getByLabelText(/公司/) as HTMLInputElement).value).toBe('他的海川')
  })
})
