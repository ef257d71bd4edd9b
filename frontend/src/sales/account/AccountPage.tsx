import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import type { AccountQuery } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { Access } from '~/records/access/Access.tsx'
import { History } from '~/records/History.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { type Amount, isHidden } from '~/ui/amount.ts'
import { Button } from '~/ui/Button.tsx'
import { Money } from '~/ui/Money.tsx'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { CreateOpportunity } from '../opportunity/CreateOpportunity.tsx'
import { AccountDeals } from './AccountDeals.tsx'
import { AccountFacts } from './AccountFacts.tsx'
import { Contacts } from './Contacts.tsx'
import { EditAccount } from './EditAccount.tsx'
import { MoneyRibbon } from './MoneyRibbon.tsx'

const AccountDocument = graphql(`
  query Account($id: ID!) {
    account(id: $id) {
      id number version name shortName uscc industry region level phone website paymentDays
      billingAddress shippingAddress invoiceTitle taxNumber bank bankAccount employees founded
      stageName { zh en } stageCategory owner { id name } parent { id name } subsidiaries { id name }
      revenue { amount currency }
      openPipeline { amount currency } won { amount currency } invoiced { amount currency } paid { amount currency }
      outstanding { amount currency } credit { amount currency }
      availableTransitions { ...TransitionFields }
    }
  }
`)

export type AccountRecord = NonNullable<AccountQuery['account']>

export function AccountPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(AccountDocument, { id }, [
    'ACCOUNT',
    'OPPORTUNITY',
    'INVOICE',
    'ALLOCATION',
    'PAYMENT',
    'CREDIT_NOTE',
  ])
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.account}>
        {(account) => <Account account={account} />}
      </Loaded>
    </div>
  )
}

function Account({ account: a }: { account: AccountRecord }) {
  const ways = unmask(TransitionFields, a.availableTransitions)
  const [open, setOpen] = useState<'edit' | 'deal'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="a" to="/accounts">
            {t('kind.account', '客户')}
          </Link>,
          a.number,
          a.uscc,
        ]}
        title={a.name}
        tag={<StageTag kind="ACCOUNT" name={a.stageName} category={a.stageCategory} />}
      >
        <Access record={a} />
        <May verb="updateAccount">
          <Button onClick={() => setOpen('edit')}>{t('action.edit', '编辑')}</Button>
        </May>
        <NextActions quiet record={a} ways={ways} sheets={{}} />
        <May verb="createOpportunity">
          <Button kind="primary" onClick={() => setOpen('deal')}>
            {t('opportunity.create', '新建商机')}
          </Button>
        </May>
      </RecordHeader>
      <Tiles account={a} />
      <div className="columns">
        <div>
          <AccountDeals id={a.id} />
          <section className="panel">
            <h2>{t('account.timeline', '时间线')}</h2>
            <History filter={{ account: a.id }} />
          </section>
        </div>
        <aside>
          <MoneyRibbon account={a} />
          <Contacts account={a} />
          <AccountFacts account={a} />
        </aside>
      </div>
      {open === 'edit' ? <EditAccount account={a} onClose={close} /> : null}
      {open === 'deal' ? <CreateOpportunity account={a} onClose={close} /> : null}
    </>
  )
}

function Tiles({ account: a }: { account: AccountRecord }) {
  const all: [string, Amount][] = [
    [t('account.won', '赢单'), a.won],
    [t('account.pipeline', '在谈'), a.openPipeline],
    [t('contract.invoiced', '已开票'), a.invoiced],
    [t('contract.paid', '已回款'), a.paid],
    [t('account.outstanding', '应收'), a.outstanding],
    [t('account.credit', '预收余额'), a.credit],
  ]
  const tiles = all.filter(([, amount]) => !isHidden(amount))
  if (!tiles.length) return null
  return (
    <dl className="tiles">
      {tiles.map(([label, amount]) => (
        <div key={label} className="tile">
          <dt>{label}</dt>
          <dd>
            <Money of={amount} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
