import type { RecordKind } from '~/gql/graphql.ts'
import { pathTo } from './kinds.ts'

interface Waits {
  kind: RecordKind
  record: { id: string; order?: { id: string } | null; contract?: { id: string } | null }
}

// pageOfWaiting answers where the waiting record is worked on: its own page, or that of what holds it.
export function pageOfWaiting({ kind, record }: Waits): string {
  if (kind === 'SHIPMENT' || kind === 'ACCEPTANCE') return record.order ? `/orders/${record.order.id}` : '/orders'
  if (kind === 'PAYMENT_PLAN_ITEM') return '/invoices'
  return pathTo(kind, record.id) ?? '/'
}
