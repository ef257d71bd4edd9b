import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { moneyFact } from '~/ui/Money.tsx'
import { dateOf, fullDate } from '~/ui/time.ts'
import type { OpportunityRecord } from './OpportunityPage.tsx'

export function OpportunityFacts({ opportunity: o }: { opportunity: OpportunityRecord }) {
  return (
    <section className="panel">
      <h2>{t('opportunity.facts', '商机信息')}</h2>
      <Facts
        facts={[
          [t('opportunity.amount', '预计金额'), moneyFact(o.amount, { full: true })],
          [t('opportunity.probability', '赢率'), `${o.probability}%`],
          [t('field.expectedClose', '预计成交'), o.expectedClose ? dateOf(o.expectedClose) : undefined],
          [
            t('list.nextStep', '下一步'),
            o.nextStep ?? <span className="bad">{t('list.noNextStep', '缺少下一步')}</span>,
          ],
          [t('field.nextStepDue', '下一步日期'), o.nextStepDue ? dateOf(o.nextStepDue) : undefined],
          [t('list.owner', '负责人'), <UserChip key="u" user={o.owner} />],
          [
            t('kind.contact', '联系人'),
            o.contact ? [o.contact.name, o.contact.title, o.contact.phone].filter(Boolean).join(' · ') : undefined,
          ],
          [t('kind.product', '产品'), o.product?.name],
          [t('field.needs', '需求'), o.needs],
          [t('opportunity.closedAt', '关闭于'), o.closedAt ? fullDate(o.closedAt) : null],
          [
            t('kind.lead', '线索'),
            o.lead ? (
              <Link key="l" to="/leads/$id" params={{ id: o.lead.id }}>
                {o.lead.number}
              </Link>
            ) : null,
          ],
        ]}
      />
    </section>
  )
}
