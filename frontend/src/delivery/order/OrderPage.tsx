import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import type { OrderQuery } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Access } from '~/records/access/Access.tsx'
import { History } from '~/records/History.tsx'
import { JourneyChain } from '~/records/JourneyChain.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Missing } from '~/records/Missing.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { Button } from '~/ui/Button.tsx'
import { less } from '~/ui/decimal.ts'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { ConfirmOrder } from './ConfirmOrder.tsx'
import { OrderFacts } from './OrderFacts.tsx'
import { OrderLines } from './OrderLines.tsx'
import { PlanShipment } from './PlanShipment.tsx'
import { RecordAcceptance } from './RecordAcceptance.tsx'
import { Acceptances, Shipments } from './Shipments.tsx'

const OrderDocument = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      id number version stage stageName { zh en } stageCategory promisedOn requestedOn shipTo
      shipped delivered accepted invoicedProgress paidProgress
      account { id name } contract { id number title } owner { id name } journey { id }
      gross { amount currency } invoiced { amount currency } paid { amount currency }
      lines { ...OrderLineRow }
      shipments { ...ShipmentRow }
      acceptances { ...AcceptanceRow }
      invoices { id number draftNumber stageName { zh en } stageCategory gross { amount currency } }
      availableTransitions { ...TransitionFields }
    }
  }
`)

const OrderLineRow = graphql(`
  fragment OrderLineRow on OrderLine {
    id position description unit quantity plannedQuantity shippedQuantity deliveredQuantity acceptedQuantity rejectedQuantity
    invoicedQuantity gross { amount currency }
  }
`)

export type OrderRecord = NonNullable<OrderQuery['order']>

export function OrderPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(OrderDocument, { id }, ['ORDER', 'SHIPMENT', 'ACCEPTANCE', 'INVOICE', 'ALLOCATION', 'CONTRACT'])
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.order}>
        {(order) => <Order order={order} />}
      </Loaded>
    </div>
  )
}

function Order({ order }: { order: OrderRecord }) {
  const ways = unmask(TransitionFields, order.availableTransitions)
  const lines = [...unmask(OrderLineRow, order.lines)].sort((a, b) => a.position - b.position)
  const [open, setOpen] = useState<'plan' | 'accept'>()
  const close = () => setOpen(undefined)
  const confirmed = order.stageCategory === 'CONFIRMED'
  const toPlan = confirmed && lines.some((l) => less(l.plannedQuantity, l.quantity))
  const toAccept = confirmed && lines.some((l) => less(l.acceptedQuantity, l.deliveredQuantity))
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="o" to="/orders">
            {t('kind.order', '订单')}
          </Link>,
          order.contract ? (
            <Link key="c" to="/contracts/$id" params={{ id: order.contract.id }}>
              {order.contract.number}
            </Link>
          ) : null,
          <AccountLink key="a" account={order.account} />,
        ]}
        title={order.number}
        tag={<StageTag kind="ORDER" name={order.stageName} category={order.stageCategory} />}
      >
        <Access record={order} />
        {toPlan ? (
          <May verb="planShipment">
            <Button kind={toAccept ? 'plain' : 'primary'} onClick={() => setOpen('plan')}>
              {t('shipment.plan', '安排发货')}
            </Button>
          </May>
        ) : null}
        {toAccept ? (
          <May verb="recordAcceptance">
            <Button kind="primary" onClick={() => setOpen('accept')}>
              {t('acceptance.record', '记录验收')}
            </Button>
          </May>
        ) : null}
        <NextActions
          quiet={toPlan || toAccept}
          record={order}
          ways={ways}
          sheets={{ confirmOrder: (done) => <ConfirmOrder order={order} onClose={done} /> }}
        />
      </RecordHeader>
      {order.journey ? <JourneyChain id={order.journey.id} /> : null}
      <div className="columns">
        <div>
          <OrderLines lines={lines} />
          <Shipments shipments={order.shipments} />
          <Acceptances acceptances={order.acceptances} />
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={order.journey ? { journey: order.journey.id } : { subject: order.id }} />
          </section>
        </div>
        <aside>
          <OrderFacts order={order} />
          <Missing ways={ways} />
        </aside>
      </div>
      {open === 'plan' ? <PlanShipment order={order} lines={lines} onClose={close} /> : null}
      {open === 'accept' ? <RecordAcceptance order={order} lines={lines} onClose={close} /> : null}
    </>
  )
}
