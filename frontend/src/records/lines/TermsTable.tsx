import type { PaymentTrigger } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { plain } from './LinesTable.tsx'
import { triggerName } from './terms.ts'

interface Term {
  name: string
  trigger: PaymentTrigger
  percent: string
  dueDays: number
  plannedOn?: string | null
}

export function TermsTable({ terms }: { terms: readonly Term[] }) {
  return (
    <section className="table-scroll" tabIndex={0} aria-label={t('terms.title', '付款条款')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('terms.name', '名称')}</th>
            <th scope="col">{t('terms.trigger', '触发')}</th>
            <th scope="col" className="right">
              {t('terms.percent', '比例 %')}
            </th>
            <th scope="col" className="right">
              {t('terms.dueDays', '账期（天）')}
            </th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term, i) => (
            <tr key={i}>
              <td>{term.name}</td>
              <td>
                {triggerName(term.trigger)} {term.plannedOn}
              </td>
              <td className="right">{plain(term.percent)}</td>
              <td className="right">{term.dueDays}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
