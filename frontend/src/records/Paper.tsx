import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '~/app/session.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import './paper.css'

interface Props {
  title: string
  number: string
  facts: [string, ReactNode][]
  children: ReactNode
}

// Paper is a document for the customer as it will be printed: A4, from our company, in black.
export function Paper({ title, number, facts, children }: Props) {
  const { company } = useSession()
  const router = useRouter()
  return (
    <div className="paper-desk">
      <div className="actions no-print">
        <Button icon={<IconArrowLeft size={16} />} onClick={() => router.history.back()}>
          {t('action.back', '返回')}
        </Button>
        <span className="push" />
        <Button kind="primary" icon={<IconPrinter size={16} />} onClick={() => print()}>
          {t('action.print', '打印')}
        </Button>
      </div>
      <article className="paper">
        <header>
          <div>
            <b>{company.name}</b>
            <p>{[company.address, company.phone].filter(Boolean).join(' · ')}</p>
            {company.taxNumber ? <p>{t('paper.taxNumber', '税号 {number}', { number: company.taxNumber })}</p> : null}
          </div>
          <div className="right">
            <h1>{title}</h1>
            <p className="num">{number}</p>
          </div>
        </header>
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {children}
        <footer>
          {company.bank ? (
            <p>
              {t('paper.bank', '收款账户：{bank} {account}', {
                bank: company.bank,
                account: company.bankAccount ?? '',
              })}
            </p>
          ) : null}
        </footer>
      </article>
    </div>
  )
}

// Words: the amount as Chinese documents show it.
export function Words({ amount }: { amount: { words: string | null } }) {
  if (!amount.words) return null
  return (
    <p className="words">
      {t('paper.words', '价税合计（大写）')}：<b>{amount.words}</b>
    </p>
  )
}
