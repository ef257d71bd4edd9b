import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { DepartmentFunction, JourneyChainQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { span } from '~/ui/time.ts'
import { departmentName } from './Department.tsx'

const JourneyChainDocument = graphql(`
  query JourneyChain($id: ID!) {
    journey(id: $id) {
      id number status
      clock { businessSeconds waitingSeconds workdaySeconds }
      lead { id number }
      opportunities { id number }
      quotes { id number }
      contracts { id number }
      orders { id number }
      shipments { id number order { id } }
      acceptances { id number order { id } }
      invoices { id number draftNumber }
      allocations { id payment { id number } }
    }
  }
`)

type Journey = NonNullable<JourneyChainQuery['journey']>

interface ChainLink {
  stage: string
  name: string
  department: DepartmentFunction
  documents: { to: string; label: string }[]
}

function linksOf(j: Journey): ChainLink[] {
  const at = (path: string) => (d: { id: string; number: string }) => ({ to: `${path}/${d.id}`, label: d.number })
  const inOrder = (d: { number: string; order: { id: string } | null }) => ({
    to: d.order ? `/orders/${d.order.id}` : '/orders',
    label: d.number,
  })
  return [
    {
      stage: 'lead',
      name: t('kind.lead', '线索'),
      department: 'MARKETING',
      documents: j.lead ? [at('/leads')(j.lead)] : [],
    },
    {
      stage: 'opportunity',
      name: t('kind.opportunity', '商机'),
      department: 'SALES',
      documents: j.opportunities.map(at('/opportunities')),
    },
    { stage: 'quote', name: t('kind.quote', '报价'), department: 'SALES', documents: j.quotes.map(at('/quotes')) },
    {
      stage: 'contract',
      name: t('kind.contract', '合同'),
      department: 'LEGAL',
      documents: j.contracts.map(at('/contracts')),
    },
    { stage: 'order', name: t('kind.order', '订单'), department: 'DELIVERY', documents: j.orders.map(at('/orders')) },
    {
      stage: 'deliver',
      name: t('chain.deliver', '交付'),
      department: 'DELIVERY',
      documents: [...j.shipments, ...j.acceptances].map(inOrder),
    },
    {
      stage: 'invoice',
      name: t('kind.invoice', '发票'),
      department: 'FINANCE',
      documents: j.invoices.map((i) => ({ to: `/invoices/${i.id}`, label: i.number ?? i.draftNumber })),
    },
    {
      stage: 'cash',
      name: t('kind.payment', '回款'),
      department: 'FINANCE',
      documents: j.allocations.flatMap(({ payment: p }) => (p ? [at('/payments')(p)] : [])),
    },
  ]
}

// JourneyChain stands on every record of a journey: how far the deal is, and the way to each of its documents.
export function JourneyChain({ id }: { id: string }) {
  const { data } = useRead(JourneyChainDocument, { id })
  const journey = data?.journey
  if (!journey) return null
  const links = linksOf(journey)
  const last = links.findLastIndex((l) => l.documents.length > 0)
  const over = journey.status !== 'OPEN'
  const { businessSeconds, waitingSeconds, workdaySeconds } = journey.clock
  return (
    <section className="panel no-print">
      <header>
        <h2>{t('chain.title', '线索 → 回款')}</h2>
        <span className="muted">
          {t('chain.clock', '已用 {spent} · 其中等待 {waited}', {
            spent: span(businessSeconds, workdaySeconds),
            waited: span(waitingSeconds, workdaySeconds),
          })}
        </span>
        <span className="push" />
        <Link to="/journeys/$id" params={{ id }}>
          {journey.number}
        </Link>
      </header>
      <ol className="chain">
        {links.map((link, i) => (
          <li
            key={link.stage}
            data-stage={link.stage}
            data-state={i === last && !over ? 'now' : link.documents.length ? 'done' : 'next'}
          >
            <b>{link.name}</b>
            {departmentName(link.department)}
            {link.documents.length ? (
              <div className="ellipsis">
                <Link to={link.documents.at(-1)?.to as string}>{link.documents.at(-1)?.label}</Link>
                {link.documents.length > 1 ? ` +${link.documents.length - 1}` : ''}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
