import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { ToBillQuery } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { triggerName } from '~/records/lines/terms.ts'
import { May } from '~/records/May.tsx'
import { Button } from '~/ui/Button.tsx'
import { DataTable } from '~/ui/DataTable.tsx'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import { toast } from '~/ui/toast.tsx'

const ToBillDocument = graphql(`
  query ToBill {
    planItems(filter: { billable: true }, first: 50) {
      edges { node { id name trigger triggeredOn amount { amount currency } account { id name } contract { id number } } }
    }
  }
`)
const DraftInvoiceDocument = graphql(`
  mutation DraftInvoice($input: DraftInvoiceInput!) { draftInvoice(input: $input) { id draftNumber } }
`)

type Item = ToBillQuery['planItems']['edges'][number]['node']

// ToBill is finance's queue: instalments whose trigger has happened and that stand on no invoice yet.
export function ToBill() {
  const read = useRead(ToBillDocument, {}, ['PAYMENT_PLAN_ITEM', 'INVOICE', 'ACCEPTANCE', 'CONTRACT'])
  const [draft] = useVerb(DraftInvoiceDocument)
  const [busy, setBusy] = useState<string>()
  const go = useNavigate()
  const items = read.data?.planItems.edges.map((e) => e.node) ?? []
  if (!items.length) return null

  async function bill(item: Item) {
    setBusy(item.id)
    const { data, fault } = await draft({ input: { planItemIds: [item.id] } })
    setBusy(undefined)
    if (fault) return toast(sentenceOf(fault), { tone: 'bad' })
    if (data.draftInvoice) void go({ to: '/invoices/$id', params: { id: data.draftInvoice.id } })
  }

  return (
    <section className="panel">
      <header>
        <h2>{t('toBill.title', '待开票')}</h2>
        <span className="muted num">{items.length}</span>
      </header>
      <DataTable
        label={t('toBill.title', '待开票')}
        rows={items}
        rowKey={(p) => p.id}
        columns={[
          {
            key: 'account',
            head: t('kind.account', '客户'),
            clip: true,
            card: 'title',
            cell: (p) => <AccountLink account={p.account} />,
          },
          {
            key: 'contract',
            head: t('kind.contract', '合同'),
            cell: (p) =>
              p.contract ? (
                <Link to="/contracts/$id" params={{ id: p.contract.id }}>
                  {p.contract.number}
                </Link>
              ) : null,
          },
          { key: 'name', head: t('terms.name', '名称'), cell: (p) => p.name },
          {
            key: 'trigger',
            head: t('terms.trigger', '触发'),
            card: 'hide',
            cell: (p) => [triggerName(p.trigger), p.triggeredOn ? fullDate(p.triggeredOn) : ''].join(' '),
          },
          {
            key: 'amount',
            head: t('lines.amount', '金额'),
            right: true,
            money: (p) => p.amount,
            cell: (p) => <Money of={p.amount} full finance />,
          },
          {
            key: 'act',
            head: t('list.action', '操作'),
            right: true,
            cell: (p) => (
              <May verb="draftInvoice">
                <Button busy={busy === p.id} onClick={() => void bill(p)}>
                  {t('toBill.action', '开票')}
                </Button>
              </May>
            ),
          },
        ]}
      />
    </section>
  )
}
