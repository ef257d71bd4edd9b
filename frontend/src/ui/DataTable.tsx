import type { ReactNode } from 'react'
import { type Amount, isHidden } from './amount.ts'
import { useMediaQuery } from './useMediaQuery.ts'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  money?: (row: Row) => Amount | null | undefined // a column whose money is hidden in each row is left out
  right?: boolean
  clip?: boolean
  wraps?: boolean
  card?: 'title' | 'fact' | 'hide' // on a phone: the card's title, one of its facts, or left out
}

interface Props<Row> {
  label: string
  rows: Row[]
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  foot?: ReactNode
}

// DataTable: rows of 36 px at a desk, cards with a title and some facts on a phone.
export function DataTable<Row>(props: Props<Row>) {
  const phone = useMediaQuery('(max-width: 760px)')
  const columns = props.columns.filter(
    ({ money }) => !money || !props.rows.length || !props.rows.every((r) => isHidden(money(r))),
  )
  return phone ? <Cards {...props} columns={columns} /> : <Table {...props} columns={columns} />
}

function Table<Row>({ label, rows, columns, rowKey, foot }: Props<Row>) {
  return (
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col" className={c.right ? 'right' : undefined}>
                {c.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((c) => (
                <td
                  key={c.key}
                  className={
                    [c.right && 'right', c.clip && 'clip', c.wraps && 'wraps'].filter(Boolean).join(' ') || undefined
                  }
                >
                  {c.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </section>
  )
}

function Cards<Row>({ label, rows, columns, rowKey }: Props<Row>) {
  const shown = columns.filter((c) => c.card !== 'hide')
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          {shown.map((c) =>
            c.card === 'title' ? (
              <div key={c.key} className="title">
                {c.cell(row)}
              </div>
            ) : (
              <div key={c.key} className="row">
                <span className="muted small">{c.head}</span>
                <span className="push">{c.cell(row)}</span>
              </div>
            ),
          )}
        </li>
      ))}
    </ul>
  )
}
