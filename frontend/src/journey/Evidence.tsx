import {
  IconCash,
  IconFileInvoice,
  IconFileText,
  IconFilter,
  IconGavel,
  IconLayoutKanban,
  IconPackage,
  IconRosetteDiscountCheck,
  IconTruck,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { JourneyPageFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { stageOf } from '~/records/kinds.ts'

const icons = {
  LEAD: IconFilter,
  OPPORTUNITY: IconLayoutKanban,
  QUOTE: IconFileText,
  CONTRACT: IconGavel,
  ORDER: IconPackage,
  SHIPMENT: IconTruck,
  ACCEPTANCE: IconRosetteDiscountCheck,
  INVOICE: IconFileInvoice,
  PAYMENT: IconCash,
}

interface Proof {
  kind: keyof typeof icons
  id: string
  to: string
  label: string
}

const orderPath = (part: { order: { id: string } | null }) => (part.order ? `/orders/${part.order.id}` : '/orders')

function proofs(j: JourneyPageFragment): Proof[] {
  const seen = new Set<string>()
  const all: Proof[] = [
    ...(j.lead ? [{ kind: 'LEAD' as const, id: j.lead.id, to: `/leads/${j.lead.id}`, label: j.lead.number }] : []),
    ...j.opportunities.map((o) => ({
      kind: 'OPPORTUNITY' as const,
      id: o.id,
      to: `/opportunities/${o.id}`,
      label: o.number,
    })),
    ...j.quotes.map((q) => ({
      kind: 'QUOTE' as const,
      id: q.id,
      to: `/quotes/${q.id}`,
      label: `${q.number} v${q.latest.number}`,
    })),
    ...j.contracts.map((c) => ({ kind: 'CONTRACT' as const, id: c.id, to: `/contracts/${c.id}`, label: c.number })),
    ...j.orders.map((o) => ({ kind: 'ORDER' as const, id: o.id, to: `/orders/${o.id}`, label: o.number })),
    ...j.shipments.map((s) => ({ kind: 'SHIPMENT' as const, id: s.id, to: orderPath(s), label: s.number })),
    ...j.acceptances.map((a) => ({
      kind: 'ACCEPTANCE' as const,
      id: a.id,
      to: orderPath(a),
      label: a.number,
    })),
    ...j.invoices.map((i) => ({
      kind: 'INVOICE' as const,
      id: i.id,
      to: `/invoices/${i.id}`,
      label: i.number ?? i.draftNumber,
    })),
    ...j.allocations.flatMap(({ payment: p }) =>
      p ? [{ kind: 'PAYMENT' as const, id: p.id, to: `/payments/${p.id}`, label: p.number }] : [],
    ),
  ]
  return all.filter((p) => !seen.has(p.id) && seen.add(p.id))
}

// Evidence: each document of the journey, in the order of the chain.
export function Evidence({ journey }: { journey: JourneyPageFragment }) {
  return (
    <section className="panel">
      <h2>{t('journey.evidence', '凭证链')}</h2>
      <ul className="documents">
        {proofs(journey).map(({ kind, id, to, label }) => {
          const Icon = icons[kind]
          return (
            <li key={id}>
              <Link to={to} data-stage={stageOf[kind]}>
                <Icon size={16} stroke={1.6} aria-hidden="true" />
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
