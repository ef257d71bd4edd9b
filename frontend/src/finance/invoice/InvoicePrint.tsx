import { useParams } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { LinesTable } from '~/records/lines/LinesTable.tsx'
import { Paper, Words } from '~/records/Paper.tsx'
import { fullDate } from '~/ui/time.ts'
import { InvoiceDocument, type InvoiceRecord } from './document.ts'

export function InvoicePrint() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(InvoiceDocument, { id }, ['INVOICE'])
  return (
    <Loaded read={read} pick={(d) => d.invoice} heights={[600]}>
      {(invoice) => <Sheet invoice={invoice} />}
    </Loaded>
  )
}

function Sheet({ invoice: i }: { invoice: InvoiceRecord }) {
  const draft = !i.number
  return (
    <Paper
      title={draft ? t('invoice.paperDraft', '发票草稿') : t('invoice.paper', '发票')}
      number={i.number ?? i.draftNumber}
      facts={[
        [t('invoice.title', '发票抬头'), i.title ?? i.account?.name],
        [t('invoice.issuedOn', '开票日'), i.issuedOn ? fullDate(i.issuedOn) : '—'],
        [t('invoice.taxNumber', '税号'), i.taxNumber ?? '—'],
        [t('invoice.dueOn', '到期日'), i.dueOn ? fullDate(i.dueOn) : '—'],
        [t('invoice.address', '地址、电话'), i.address ?? '—'],
        [t('kind.contract', '合同'), i.contract?.number ?? '—'],
        [t('invoice.bank', '开户行及账号'), i.bank ?? '—'],
        [t('kind.order', '订单'), i.order?.number ?? '—'],
      ]}
    >
      <LinesTable lines={i.lines} totals={i} />
      <Words amount={i.gross} />
      {i.remark ? <p>{t('invoice.remarkLine', '备注：{remark}', { remark: i.remark })}</p> : null}
    </Paper>
  )
}
