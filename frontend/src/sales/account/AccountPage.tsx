import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import type { AccountQuery } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Facts } from '~/records/Facts.tsx'
import { History } from '~/records/History.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { UserChip } from '~/records/UserChip.tsx'
import { Button } from '~/ui/Button.tsx'
import { Money } from '~/ui/Money.tsx'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { CreateOpportunity } from '../opportunity/CreateOpportunity.tsx'
import { AccountDeals } from './AccountDeals.tsx'
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
        <Button onClick={() => setOpen('edit')}>{t('action.edit', '编辑')}</Button>
        <NextActions record={a} ways={ways} sheets={{}} />
        <Button kind="primary" onClick={() => setOpen('deal')}>
          {t('opportunity.create', '新建商机')}
        </Button>
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
  const tiles = [
    [t('account.won', '赢单'), a.won],
    [t('account.pipeline', '在谈'), a.openPipeline],
    [t('contract.invoiced', '已开票'), a.invoiced],
    [t('contract.paid', '已回款'), a.paid],
    [t('account.outstanding', '应收'), a.outstanding],
    [t('account.credit', '预收余额'), a.credit],
  ] as const
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

function AccountFacts({ account: a }: { account: AccountRecord }) {
  return (
    <section className="panel">
      <h2>{t('account.facts', '客户信息')}</h2>
      <Facts
        facts={[
          [t('list.owner', '负责人'), <UserChip key="u" user={a.owner} />],
          [t('account.level', '等级'), a.level],
          [t('field.industry', '行业'), a.industry],
          [t('field.region', '地区'), a.region],
          [t('field.phone', '电话'), a.phone],
          [t('account.website', '网站'), a.website ?? null],
          [t('account.paymentDays', '账期（天）'), a.paymentDays],
          [t('field.shipTo', '收货地址'), a.shippingAddress],
          [t('invoice.title', '发票抬头'), a.invoiceTitle ?? null],
          [t('invoice.taxNumber', '税号'), a.taxNumber ?? null],
          [t('account.bank', '开户行'), a.bank ? `${a.bank} ${a.bankAccount ?? ''}` : null],
          [t('account.employees', '员工数'), a.employees ?? null],
          [t('account.founded', '成立于'), a.founded ?? null],
          [t('account.revenue', '年收入'), a.revenue ? <Money key="r" of={a.revenue} /> : null],
          [t('account.parent', '所属集团'), a.parent ? <AccountLink key="p" account={a.parent} /> : null],
          ...a.subsidiaries.map((s): [string, React.ReactNode] => [
            t('account.subsidiary', '下属公司'),
            <AccountLink key={s.id} account={s} />,
          ]),
        ]}
      />
    </section>
  )
}
