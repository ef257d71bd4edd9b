import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRights } from '~/app/rights.ts'
import { useRead } from '~/data/useRead.ts'
import { unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Access } from '~/records/access/Access.tsx'
import { History } from '~/records/History.tsx'
import { JourneyChain } from '~/records/JourneyChain.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { LinesTable } from '~/records/lines/LinesTable.tsx'
import { May } from '~/records/May.tsx'
import { Missing } from '~/records/Missing.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { Button, ButtonLink } from '~/ui/Button.tsx'
import { isZero } from '~/ui/decimal.ts'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { RecordPayment } from '../payment/RecordPayment.tsx'
import { InvoiceDocument, type InvoiceRecord } from './document.ts'
import { InvoiceFacts } from './InvoiceFacts.tsx'
import { PaidTag } from './PaidTag.tsx'
import { Settled } from './Settled.tsx'
import { CreditInvoice, DiscardInvoice, PostInvoice } from './verbs.tsx'

export function InvoicePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(InvoiceDocument, { id }, ['INVOICE', 'ALLOCATION', 'PAYMENT', 'CREDIT_NOTE'])
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.invoice}>
        {(invoice) => <Invoice invoice={invoice} />}
      </Loaded>
    </div>
  )
}

function Invoice({ invoice: i }: { invoice: InvoiceRecord }) {
  const ways = unmask(TransitionFields, i.availableTransitions)
  const { may } = useRights()
  const [open, setOpen] = useState<'pay' | 'credit'>()
  const close = () => setOpen(undefined)
  const posted = i.stageCategory === 'POSTED'
  const sheets = {
    postInvoice: (done: () => void) => <PostInvoice invoice={i} onClose={done} />,
    discardInvoice: (done: () => void) => <DiscardInvoice invoice={i} onClose={done} />,
    creditInvoice: (done: () => void) => <CreditInvoice invoice={i} onClose={done} />,
  }
  const creditable =
    posted &&
    may('creditInvoice') &&
    i.credited.amount !== null &&
    isZero(i.credited.amount) &&
    !ways.some((w) => w.verb === 'creditInvoice')
  const more = creditable ? [{ label: t('invoice.credit', '红冲'), onSelect: () => setOpen('credit') }] : []
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="i" to="/invoices">
            {t('nav.invoices', '开票')}
          </Link>,
          i.contract ? (
            <Link key="c" to="/contracts/$id" params={{ id: i.contract.id }}>
              {i.contract.number}
            </Link>
          ) : null,
          <AccountLink key="a" account={i.account} />,
        ]}
        title={i.number ?? t('invoice.draftTitle', '发票草稿 {number}', { number: i.draftNumber })}
        tag={
          <>
            <StageTag kind="INVOICE" name={i.stageName} category={i.stageCategory} /> <PaidTag invoice={i} />
          </>
        }
      >
        <Access record={i} />
        <ButtonLink to="/invoices/$id/print" params={{ id: i.id }} icon={<IconPrinter size={16} aria-hidden="true" />}>
          {t('action.print', '打印')}
        </ButtonLink>
        <NextActions quiet={posted} record={i} ways={ways} sheets={sheets} more={more} />
        {posted && !isZero(i.outstanding.amount ?? '0') ? (
          <May verb="recordPayment">
            <Button kind="primary" onClick={() => setOpen('pay')}>
              {t('payment.record', '登记回款')}
            </Button>
          </May>
        ) : null}
      </RecordHeader>
      {i.journey ? <JourneyChain id={i.journey.id} /> : null}
      <div className="columns">
        <div>
          <section className="panel">
            <h2>{t('lines.title', '明细')}</h2>
            <LinesTable lines={i.lines} totals={i} />
          </section>
          <Settled invoice={i} />
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={{ subject: i.id }} />
          </section>
        </div>
        <aside>
          <InvoiceFacts invoice={i} />
          <Missing ways={ways} />
        </aside>
      </div>
      {open === 'pay' ? <RecordPayment account={i.account ?? undefined} invoice={i} onClose={close} /> : null}
      {open === 'credit' ? <CreditInvoice invoice={i} onClose={close} /> : null}
    </>
  )
}
