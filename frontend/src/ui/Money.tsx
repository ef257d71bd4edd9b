import { useLanguage } from '~/i18n/language.ts'
import { type Amount, fullAmount, shortAmount } from './amount.ts'

// Money in a list is short, with the full figure on hover or press; `full` is for forms and finance.
export function Money({ of, full, finance }: { of: Amount | null | undefined; full?: boolean; finance?: boolean }) {
  const language = useLanguage()
  if (!of) return <span className="muted">—</span>
  const all = fullAmount(of, finance)
  return (
    <span className="num" title={full ? undefined : all}>
      {full ? all : shortAmount(of, language)}
    </span>
  )
}
