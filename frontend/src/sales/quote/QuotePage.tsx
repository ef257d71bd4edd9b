import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRights } from '~/app/rights.ts'
import { useRead } from '~/data/useRead.ts'
import type { QuotePageFragment, QuoteVersionPageFragment } from '~/gql/graphql.ts'
import { unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Access } from '~/records/access/Access.tsx'
import { History } from '~/records/History.tsx'
import { JourneyChain } from '~/records/JourneyChain.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { LinesTable } from '~/records/lines/LinesTable.tsx'
import { TermsTable } from '~/records/lines/TermsTable.tsx'
import { Missing } from '~/records/Missing.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { ButtonLink } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { nameOf } from '~/ui/name.ts'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { QuoteDocument, QuotePageFields, QuoteVersionFields, quoteOf } from './document.ts'
import { EditQuote } from './EditQuote.tsx'
import { QuoteFacts } from './QuoteFacts.tsx'
import { AcceptQuote, ReviseQuote, SendQuote, SubmitQuote } from './verbs.tsx'

export function QuotePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(QuoteDocument, { id }, ['QUOTE', 'QUOTE_VERSION', 'OPPORTUNITY', 'CONTRACT'])
  return (
    <div className="page">
      <Loaded read={read} pick={quoteOf}>
        {(masked) => <Quote quote={unmask(QuotePageFields, masked)} />}
      </Loaded>
    </div>
  )
}

function Quote({ quote }: { quote: QuotePageFragment }) {
  const versions = [...unmask(QuoteVersionFields, quote.versions)].sort((a, b) => b.number - a.number)
  const [chosen, setChosen] = useState<number>()
  const version = versions.find((v) => v.number === chosen) ?? versions[0]
  const [revising, setRevising] = useState(false)
  const { may } = useRights()
  const ways = unmask(TransitionFields, version?.availableTransitions ?? [])
  if (!version) return null
  const latest = version === versions[0]
  const draft = version.stageCategory === 'DRAFT' && may('updateQuote')
  const sheets = {
    submitQuote: (close: () => void) => <SubmitQuote version={version} onClose={close} />,
    sendQuote: (close: () => void) => <SendQuote version={version} onClose={close} />,
    acceptQuote: (close: () => void) => <AcceptQuote version={version} contact={quote.contact?.name} onClose={close} />,
  }
  const revise = latest && may('reviseQuote') && ['APPROVED', 'SENT', 'CLOSED'].includes(version.stageCategory)
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="q" to="/quotes">
            {t('kind.quote', '报价')}
          </Link>,
          quote.opportunity ? (
            <Link key="o" to="/opportunities/$id" params={{ id: quote.opportunity.id }}>
              {quote.opportunity.name}
            </Link>
          ) : null,
          <AccountLink key="a" account={quote.account} />,
        ]}
        title={`${quote.number} v${version.number}`}
        tag={<StageTag kind="QUOTE" name={version.stageName} category={version.stageCategory} />}
      >
        <Access record={quote} />
        <ButtonLink
          to="/quotes/$id/print"
          params={{ id: version.id }}
          icon={<IconPrinter size={16} aria-hidden="true" />}
        >
          {t('action.print', '打印')}
        </ButtonLink>
        <NextActions
          record={version}
          ways={ways}
          sheets={sheets}
          more={revise ? [{ label: t('quote.revise', '修订为新版本'), onSelect: () => setRevising(true) }] : []}
        />
      </RecordHeader>
      {version.contract ? (
        <Notice tone="ok">
          {t('quote.became', '客户已接受，合同已起草：')}{' '}
          <Link to="/contracts/$id" params={{ id: version.contract.id }}>
            {version.contract.number}
          </Link>
        </Notice>
      ) : null}
      {quote.journey ? <JourneyChain id={quote.journey.id} /> : null}
      {versions.length > 1 ? (
        <div className="segments" role="group" aria-label={t('quote.versions', '版本')}>
          {versions.map((v) => (
            <button key={v.id} type="button" aria-pressed={v === version} onClick={() => setChosen(v.number)}>
              v{v.number} {nameOf(v.stageName)}
            </button>
          ))}
        </div>
      ) : null}
      <div className="columns">
        <div>
          {draft ? (
            <EditQuote key={`${version.id}.${version.version}`} version={version} />
          ) : (
            <Offer version={version} />
          )}
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={{ subject: version.id }} />
          </section>
        </div>
        <aside>
          <QuoteFacts quote={quote} version={version} />
          <Missing ways={ways} />
        </aside>
      </div>
      {revising ? <ReviseQuote quote={quote} onClose={() => setRevising(false)} /> : null}
    </>
  )
}

function Offer({ version }: { version: QuoteVersionPageFragment }) {
  return (
    <>
      <section className="panel">
        <h2>{t('lines.title', '明细')}</h2>
        <LinesTable lines={version.lines} totals={version} />
      </section>
      <section className="panel">
        <h2>{t('terms.title', '付款条款')}</h2>
        <TermsTable terms={version.paymentTerms} />
      </section>
    </>
  )
}
