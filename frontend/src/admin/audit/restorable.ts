import type { RecordKind } from '~/gql/graphql.ts'

// What may be taken back: facts that stand for themselves. The server decides; this hides a button that it would refuse.
const columns: Partial<Record<RecordKind, string[]>> = {
  LEAD: ['title', 'phone', 'email', 'wechat', 'region', 'industry', 'need', 'campaign', 'next_step'],
  ACCOUNT: [
    'short_name',
    'industry',
    'region',
    'level',
    'phone',
    'website',
    'billing_address',
    'shipping_address',
    'invoice_title',
    'bank',
    'bank_account',
    'next_step',
  ],
  CONTACT: ['title', 'phone', 'email', 'wechat'],
  OPPORTUNITY: ['needs', 'next_step'],
}

export const restorable = (kind: RecordKind, column: string) => columns[kind]?.includes(column) ?? false
