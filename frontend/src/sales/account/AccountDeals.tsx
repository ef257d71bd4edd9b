import { Link } from '@tanstack/react-router'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { StageCategory } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { StageTag } from '~/records/StageTag.tsx'
import type { Amount } from '~/ui/amount.ts'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { Money } from '~/ui/Money.tsx'

const AccountDealsDocument = graphql(`
  query AccountDeals($id: ID!) {
    opportunities(filter: { account: $id }, first: 20) {
      edges { node { id number name stageName { zh en } stageCategory amount { amount currency } } }
    }
    contracts(filter: { account: $id }, first: 20) {
      edges { node { id number title stageName { zh en } stageCategory gross { amount currency } } }
    }
    receivables(account: $id, first: 20) {
      edges { node { id number draftNumber stageName { zh en } stageCategory outstanding { amount currency } } }
    }
  }
`)

interface Deal {
  kind: 'OPPORTUNITY' | 'CONTRACT' | 'INVOICE'
  to: string
  number: string
  label: string
  of: { stageName: { zh: string; en: string }; stageCategory: StageCategory }
  amount: Amount
}

const columns = (): Column<Deal>[] => [
  {
    key: 'number',
    head: t('list.number', '编号'),
    card: 'title',
    cell: (r) => (
      <Link to={r.to} className="num">
        {r.number}
      </Link>
    ),
  },
  { key: 'what', head: t('home.title', '事项'), clip: true, cell: (r) => r.label },
  {
    key: 'stage',
    head: t('list.stage', '阶段'),
    cell: (r) => <StageTag kind={r.kind} name={r.of.stageName} category={r.of.stageCategory} />,
  },
  {
    key: 'amount',
    head: t('lines.amount', '金额'),
    right: true,
    money: (r) => r.amount,
    cell: (r) => <Money of={r.amount} />,
  },
]

// AccountDeals: what we talk about, what is promised, what is owed.
export function AccountDeals({ id }: { id: string }) {
  const { data } = useRead(AccountDealsDocument, { id }, ['OPPORTUNITY', 'CONTRACT', 'INVOICE', 'ALLOCATION'])
  if (!data) return null
  const rows = [
    ...data.opportunities.edges.map(({ node: o }) => ({
      kind: 'OPPORTUNITY' as const,
      to: `/opportunities/${o.id}`,
      number: o.number,
      label: o.name,
      of: o,
      amount: o.amount,
    })),
    ...data.contracts.edges.map(({ node: c }) => ({
      kind: 'CONTRACT' as const,
      to: `/contracts/${c.id}`,
      number: c.number,
      label: c.title,
      of: c,
      amount: c.gross,
    })),
    ...data.receivables.edges.map(({ node: i }) => ({
      kind: 'INVOICE' as const,
      to: `/invoices/${i.id}`,
      number: i.number ?? i.draftNumber,
      label: t('account.owes', '未收发票'),
      of: i,
      amount: i.outstanding,
    })),
  ]
  return (
    <section className="panel">
      <h2>{t('account.deals', '商机、合同与应收')}</h2>
      {rows.length ? (
        <DataTable
          label={t('account.deals', '商机、合同与应收')}
          rows={rows}
          columns={columns()}
          rowKey={(r) => r.to}
        />
      ) : (
        <p className="muted">{t('account.noDeals', '还没有往来。')}</p>
      )}
    </section>
  )
}
