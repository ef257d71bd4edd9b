import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { Money } from '~/ui/Money.tsx'
import { dateOf } from '~/ui/time.ts'
import type { LeadRecord } from './LeadPage.tsx'
import { budgetStatuses } from './words.ts'

export function Bant({ lead }: { lead: LeadRecord }) {
  const status = budgetStatuses().find(([key]) => key === lead.budgetStatus)?.[1]
  return (
    <section className="panel">
      <h2>{t('lead.bant', '值得跟进吗（BANT）')}</h2>
      <Facts
        facts={[
          [
            t('bant.budget', '预算'),
            lead.budget || status ? (
              <>
                <Money of={lead.budget} full /> {status}
              </>
            ) : undefined,
          ],
          [t('bant.authority', '谁拍板'), lead.authority],
          [t('bant.need', '为何需要'), lead.pain],
          [t('bant.timeline', '何时要'), lead.timeline ? dateOf(lead.timeline) : undefined],
          [t('lead.qualifyReason', '破格原因'), lead.qualifyReason ?? null],
        ]}
      />
    </section>
  )
}
