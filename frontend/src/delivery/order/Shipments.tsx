import type { ShipmentRowFragment } from '~/gql/graphql.ts'
import { type FragmentType, graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { plain } from '~/records/lines/LinesTable.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { fullDate } from '~/ui/time.ts'
import { ConfirmDelivered, Ship } from './ship.tsx'
import { acceptanceKinds } from './words.ts'

const lineText = (l: { description: string; unit: string } | null, quantity: string) =>
  l ? `${l.description} × ${plain(quantity)} ${l.unit}` : plain(quantity)

const ShipmentRow = graphql(`
  fragment ShipmentRow on Shipment {
    id number version stage stageName { zh en } stageCategory plannedOn shippedOn deliveredOn carrier trackingNumber receivedBy
    lines { id quantity orderLine { id description unit } }
    availableTransitions { ...TransitionFields }
  }
`)
const AcceptanceRow = graphql(`
  fragment AcceptanceRow on Acceptance {
    id number kind acceptedOn signer remark stageName { zh en } stageCategory
    lines { id accepted rejected orderLine { id description unit } }
  }
`)

export function Shipments({ shipments }: { shipments: readonly FragmentType<typeof ShipmentRow>[] }) {
  const rows = unmask(ShipmentRow, shipments)
  if (!rows.length) return null
  return (
    <section className="panel">
      <h2>{t('shipment.list', '发货')}</h2>
      <ul className="ways">
        {rows.map((s) => (
          <ShipmentItem key={s.id} shipment={s} />
        ))}
      </ul>
    </section>
  )
}

function ShipmentItem({ shipment: s }: { shipment: ShipmentRowFragment }) {
  const ways = unmask(TransitionFields, s.availableTransitions)
  const dates = [
    s.plannedOn && !s.shippedOn ? t('shipment.planned', '计划 {date}', { date: fullDate(s.plannedOn) }) : '',
    s.shippedOn ? t('shipment.shipped', '发出 {date}', { date: fullDate(s.shippedOn) }) : '',
    s.deliveredOn ? t('shipment.delivered', '送达 {date}', { date: fullDate(s.deliveredOn) }) : '',
    s.carrier,
    s.trackingNumber,
    s.receivedBy,
  ]
  return (
    <li className="wrap">
      <span className="num strong">{s.number}</span>
      <StageTag kind="SHIPMENT" name={s.stageName} category={s.stageCategory} />
      <span>{s.lines.map((l) => lineText(l.orderLine, l.quantity)).join('；')}</span>
      <span className="muted small">{dates.filter(Boolean).join(' · ')}</span>
      <span className="push actions">
        <NextActions
          record={s}
          ways={ways}
          sheets={{
            ship: (close) => <Ship shipment={s} onClose={close} />,
            confirmDelivered: (close) => <ConfirmDelivered shipment={s} onClose={close} />,
          }}
        />
      </span>
    </li>
  )
}

export function Acceptances({ acceptances }: { acceptances: readonly FragmentType<typeof AcceptanceRow>[] }) {
  const rows = unmask(AcceptanceRow, acceptances)
  if (!rows.length) return null
  return (
    <section className="panel">
      <h2>{t('acceptance.list', '验收')}</h2>
      <ul className="ways">
        {rows.map((a) => (
          <li key={a.id} className="wrap">
            <span className="num strong">{a.number}</span>
            <StageTag kind="ACCEPTANCE" name={a.stageName} category={a.stageCategory} />
            <span>{a.lines.map((l) => lineText(l.orderLine, l.accepted)).join('；')}</span>
            <span className="muted small">
              {[acceptanceKinds().find(([key]) => key === a.kind)?.[1], fullDate(a.acceptedOn), a.signer, a.remark]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
