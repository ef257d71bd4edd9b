import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import type { PaymentQuery } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Access } from '~/records/access/Access.tsx'
import { Facts } from '~/records/Facts.tsx'
import { History } from '~/records/History.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { Button } from '~/ui/Button.tsx'
import { isZero } from '~/ui/decimal.ts'
import { moneyFact } from '~/ui/Money.tsx'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { fullDate } from '~/ui/time.ts'
import { AllocatePayment } from './AllocatePayment.tsx'
import { Allocations } from './Allocations.tsx'
import { ReversePayment } from './reverse.tsx'
import { methodName } from './words.ts'

const PaymentDocument = graphql(`
  query Payment($id: ID!) {
    payment(id: $id) {
      id number version stage stageName { zh en } stageCategory method receivedOn payer bankAccount bankReference remark
      account { id name } owner { id name }
      amount { amount currency } allocated { amount currency } unallocated { amount currency }
      allocations { id amount { amount currency } allocatedOn reason reversed reverses { id } invoice { id number } }
      availableTransitions { ...TransitionFields }
    }
  }
`)

export type PaymentRecord = NonNullable<PaymentQuery['payment']>

export function PaymentPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(PaymentDocument, { id }, ['PAYMENT', 'ALLOCATION', 'INVOICE'])
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.payment}>
        {(payment) => <Payment payment={payment} />}
      </Loaded>
    </div>
  )
}

function Payment({ payment: p }: { payment: PaymentRecord }) {
  const ways = unmask(TransitionFields, p.availableTransitions)
  const [allocating, setAllocating] = useState(false)
  const open = !!p.account && !isZero(p.unallocated.amount ?? '0') && p.stageCategory === 'CONFIRMED'
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="p" to="/payments">
            {t('kind.payment', '回款')}
          </Link>,
          <AccountLink key="a" account={p.account} />,
        ]}
        title={p.number}
        tag={<StageTag kind="PAYMENT" name={p.stageName} category={p.stageCategory} />}
      >
        <Access record={p} />
        <NextActions
          quiet={open}
          record={p}
          ways={ways}
          sheets={{ reversePayment: (close) => <ReversePayment payment={p} onClose={close} /> }}
        />
        {open ? (
          <May verb="allocatePayment">
            <Button kind="primary" onClick={() => setAllocating(true)}>
              {t('payment.allocate', '核销到发票')}
            </Button>
          </May>
        ) : null}
      </RecordHeader>
      <div className="columns">
        <div>
          <Allocations payment={p} />
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={{ subject: p.id }} />
          </section>
        </div>
        <aside>
          <section className="panel">
            <h2>{t('payment.facts', '回款信息')}</h2>
            <Facts
              facts={[
                [t('payment.amount', '到账金额'), moneyFact(p.amount, { full: true, finance: true })],
                [t('payment.allocated', '已核销'), moneyFact(p.allocated, { full: true, finance: true })],
                [t('payment.unallocated', '未核销'), moneyFact(p.unallocated, { full: true, finance: true })],
                [t('payment.receivedOn', '到账日'), fullDate(p.receivedOn)],
                [t('payment.method', '方式'), methodName(p.method)],
                [t('payment.payer', '付款人'), p.payer],
                [t('payment.reference', '银行流水号'), p.bankReference],
                [t('field.remark', '备注'), p.remark ?? null],
              ]}
            />
          </section>
        </aside>
      </div>
      {allocating ? <AllocatePayment payment={p} onClose={() => setAllocating(false)} /> : null}
    </>
  )
}
