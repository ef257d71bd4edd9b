import { useParams } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import type { QuotePageFragment } from '~/gql/graphql.ts'
import { unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { LinesTable } from '~/records/lines/LinesTable.tsx'
import { TermsTable } from '~/records/lines/TermsTable.tsx'
import { Paper, Words } from '~/records/Paper.tsx'
import { fullDate } from '~/ui/time.ts'
import { taxModes } from './CreateQuote.tsx'
import { QuoteDocument, QuotePageFields, QuoteVersionFields, quoteOf } from './document.ts'

// QuotePrint shows the version in the address, or the newest where the address names the quote.
export function QuotePrint() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(QuoteDocument, { id }, ['QUOTE_VERSION'])
  return (
    <Loaded read={read} pick={quoteOf} heights={[600]}>
      {(masked) => <Sheet id={id} quote={unmask(QuotePageFields, masked)} />}
    </Loaded>
  )
}

function Sheet({ id, quote }: { id: string; quote: QuotePageFragment }) {
  const versions = [...unmask(QuoteVersionFields, quote.versions)]
  const version = versions.find((v) => v.id === id) ?? versions.sort((a, b) => b.number - a.number)[0]
  if (!version) return null
  const notes: [string, string | null | undefined][] = [
    [t('quote.deliveryTerms', '交付条款'), version.deliveryTerms],
    [t('quote.warrantyTerms', '质保条款'), version.warrantyTerms],
    [t('field.remark', '备注'), version.remark],
  ]
  return (
    <Paper
      title={t('quote.paper', '报价单')}
      number={`${quote.number} v${version.number}`}
      facts={[
        [t('kind.account', '客户'), quote.account?.name],
        [t('field.validUntil', '有效期至'), fullDate(version.validUntil)],
        [t('kind.contact', '联系人'), [quote.contact?.name, quote.contact?.phone].filter(Boolean).join(' ')],
        [t('quote.taxMode', '计税方式'), taxModes().find(([key]) => key === version.taxMode)?.[1]],
        [t('quote.project', '项目'), quote.opportunity?.name],
        [t('list.owner', '负责人'), quote.owner?.name],
      ]}
    >
      <LinesTable lines={version.lines} totals={version} />
      <Words amount={version.gross} />
      <TermsTable terms={version.paymentTerms} />
      {notes.map(([label, text]) => (text ? <p key={label}>{`${label}：${text}`}</p> : null))}
      <div className="signatures">
        <p>{t('paper.us', '供方（盖章）')}</p>
        <p>{t('paper.them', '需方确认（盖章）')}</p>
      </div>
    </Paper>
  )
}
