import type { ReactNode } from 'react'
import { useLanguage } from '~/i18n/language.ts'
import { type Amount, fullAmount, hiddenAmount, isHidden, shortAmount } from './amount.ts'

interface Props {
  of: Amount | null | undefined
  full?: boolean
  finance?: boolean
}

// Money in a list is short, with the full figure on hover or press; `full` is for forms and finance.
export function Money({ of, full, finance }: Props) {
  const language = useLanguage()
  if (!of) return <span className="muted">—</span>
  if (isHidden(of)) return <span className="muted">{hiddenAmount}</span>
  const all = fullAmount(of, finance)
  return (
    <span className="num" title={full ? undefined : all}>
      {full ? all : shortAmount(of, language)}
    </span>
  )
}

// moneyFact is for Facts, which leave out what is null: hidden money is absent, not blurred.
export function moneyFact(of: Amount | null | undefined, look: Omit<Props, 'of'> = {}): ReactNode {
  return isHidden(of) ? null : <Money of={of} {...look} />
}
