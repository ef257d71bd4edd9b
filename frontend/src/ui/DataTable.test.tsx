import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { DataTable } from './DataTable.tsx'
import { Money } from './Money.tsx'

const row = (name: string, amount: string | null) => ({ name, gross: { amount, currency: 'CNY' } })
const show = (rows: ReturnType<typeof row>[]) =>
  render(
    <DataTable
      label="t"
      rows={rows}
      rowKey={(r) => r.name}
      columns={[
        { key: 'name', head: '名称', cell: (r) => r.name },
        { key: 'gross', head: '合计', money: (r) => r.gross, cell: (r) => <Money of={r.gross} full /> },
      ]}
    />,
  )

describe('money that its reader may not see', () => {
  test('a column that is hidden in every row is gone', () => {
    show([row('a', null), row('b', null)])
    expect(screen.queryByText('合计')).toBeNull()
  })
  test('where some is seen, the rest is a dash', () => {
    show([row('a', '12.00'), row('b', null)])
    expect(screen.getByText('合计')).toBeTruthy()
    expect(screen.getByText('¥12.00')).toBeTruthy()
    expect(screen.getByText('–')).toBeTruthy()
  })
  test('an empty table keeps its columns', () => {
    show([])
    expect(screen.getByText('合计')).toBeTruthy()
  })
})
