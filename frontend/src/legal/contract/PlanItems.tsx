import { Link } from '@tanstack/react-router'
import { type FragmentType, graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { plain } from '~/records/lines/LinesTable.tsx'
import { triggerName } from '~/records/lines/terms.ts'
import { StageTag } from '~/records/StageTag.tsx'
import { DataTable } from '~/ui/DataTable.tsx'
import { Money } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'

const PlanItemRow = graphql(`
  fragment PlanItemRow on PaymentPlanItem {
    id position name trigger percent dueDays plannedOn triggeredOn stageName { zh en } stageCategory
    amount { amount currency } invoiced { amount currency } paid { amount currency }
  }
`)

// PlanItems: the instalments of a signed contract: which may be billed, which are billed, which are paid.
export function PlanItems({ items }: { items: readonly FragmentType<typeof PlanItemRow>[] }) {
  const rows = [...unmask(PlanItemRow, items)].sort((a, b) => a.position - b.position)
  return (
    <section className="panel">
      <header>
        <h2>{t('plan.title', '回款计划')}</h2>
        <span className="push" />
        <Link to="/invoices">{t('plan.toBill', '去开票')}</Link>
      </header>
      <DataTable
        label={t('plan.title', '回款计划')}
        rows={rows}
        rowKey={(p) => p.id}
        columns={[
          { key: 'name', head: t('terms.name', '名称'), card: 'title', cell: (p) => p.name },
          {
            key: 'trigger',
            head: t('terms.trigger', '触发'),
            cell: (p) => [triggerName(p.trigger), p.plannedOn ? fullDate(p.plannedOn) : ''].join(' '),
          },
          {
            key: 'stage',
            head: t('list.stage', '阶段'),
            cell: (p) => <StageTag kind="PAYMENT_PLAN_ITEM" name={p.stageName} category={p.stageCategory} />,
          },
          {
            key: 'percent',
            head: t('terms.percent', '比例 %'),
            right: true,
            card: 'hide',
            cell: (p) => plain(p.percent),
          },
          {
            key: 'amount',
            head: t('lines.amount', '金额'),
            right: true,
            money: (p) => p.amount,
            cell: (p) => <Money of={p.amount} full />,
          },
          {
            key: 'invoiced',
            head: t('contract.invoiced', '已开票'),
            right: true,
            money: (p) => p.invoiced,
            cell: (p) => <Money of={p.invoiced} full />,
          },
          {
            key: 'paid',
            head: t('contract.paid', '已回款'),
            right: true,
            money: (p) => p.paid,
            cell: (p) => <Money of={p.paid} full />,
          },
        ]}
      />
    </section>
  )
}
