import type { ReactNode } from 'react'
import { t } from '~/i18n/t.ts'
import { type Amount, hiddenAmount, isHidden } from '~/ui/amount.ts'
import { decimal, grouped, isZero, millionths } from '~/ui/decimal.ts'
import { Money } from '~/ui/Money.tsx'

export interface Line {
  description: string
  unit: string
  quantity: string
  unitPrice: string | null
  discount: string | null
  taxRate: string
  net: Amount
  tax: Amount
  gross: Amount
  optional?: boolean
}

export interface TotalsOf {
  net: Amount
  tax: Amount
  gross: Amount
  headerDiscount?: Amount | null
  taxes?: readonly { taxRate: string; net: Amount; tax: Amount }[]
}

// plain shows a decimal without idle zeros: 2.500000 is 2.5.
export const plain = (s: string, least = 0) => grouped(decimal(millionths(s), least))

// LinesTable: the positions of a quote, contract or invoice, and what they add up to. The server has done the sums.
export function LinesTable({
  lines,
  totals,
  children,
}: {
  lines: readonly Line[]
  totals: TotalsOf
  children?: ReactNode
}) {
  const priced = !lines.length || lines.some((l) => l.unitPrice !== null)
  const summed = !lines.length || lines.some((l) => !isHidden(l.gross))
  return (
    <section className="table-scroll" tabIndex={0} aria-label={t('lines.title', '明细')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('lines.description', '品名与规格')}</th>
            <th scope="col" className="right">
              {t('lines.quantity', '数量')}
            </th>
            {priced ? (
              <>
                <th scope="col" className="right">
                  {t('lines.price', '单价')}
                </th>
                <th scope="col" className="right">
                  {t('lines.discount', '折扣')}
                </th>
              </>
            ) : null}
            <th scope="col" className="right">
              {t('lines.taxRate', '税率')}
            </th>
            {summed ? (
              <>
                <th scope="col" className="right">
                  {t('lines.net', '不含税')}
                </th>
                <th scope="col" className="right">
                  {t('lines.gross', '价税合计')}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={i}>
              <td className="muted">{i + 1}</td>
              <td className="wraps">
                {line.description} {line.optional ? <span className="tag">{t('lines.optional', '可选')}</span> : null}
              </td>
              <td className="right">
                {plain(line.quantity)} {line.unit}
              </td>
              {priced ? (
                <>
                  <td className="right">{line.unitPrice === null ? hiddenAmount : plain(line.unitPrice, 2)}</td>
                  <td className="right">{isZero(line.discount ?? '0') ? '' : `${plain(line.discount ?? '0')}%`}</td>
                </>
              ) : null}
              <td className="right">{plain(line.taxRate)}%</td>
              {summed ? (
                <>
                  <td className="right">
                    <Money of={line.net} full />
                  </td>
                  <td className="right">
                    <Money of={line.gross} full />
                  </td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <Totals of={totals} />
      {children}
    </section>
  )
}

export function Totals({ of }: { of: TotalsOf }) {
  if (isHidden(of.gross)) return null
  const rows: [string, Amount][] = [
    ...(of.headerDiscount && !isZero(of.headerDiscount.amount ?? '0')
      ? [[t('lines.headerDiscount', '整单优惠'), of.headerDiscount] as [string, Amount]]
      : []),
    [t('lines.net', '不含税'), of.net],
    ...(of.taxes && of.taxes.length > 1
      ? of.taxes.map((x): [string, Amount] => [t('lines.taxAt', '税额（{rate}%）', { rate: plain(x.taxRate) }), x.tax])
      : [[t('lines.tax', '税额'), of.tax] as [string, Amount]]),
  ]
  return (
    <dl className="totals">
      {rows.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money of={amount} full />
          </dd>
        </div>
      ))}
      <div className="grand">
        <dt>{t('lines.gross', '价税合计')}</dt>
        <dd>
          <Money of={of.gross} full />
        </dd>
      </div>
    </dl>
  )
}
