import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { dateOf } from '~/ui/time.ts'
import type { LeadRecord } from './LeadPage.tsx'
import { originName } from './words.ts'

export function LeadFacts({ lead }: { lead: LeadRecord }) {
  return (
    <section className="panel">
      <h2>{t('lead.facts', '线索信息')}</h2>
      <Facts
        facts={[
          [t('list.owner', '负责人'), <UserChip key="o" user={lead.owner} />],
          [
            t('list.nextStep', '下一步'),
            lead.nextStep ?? <span className="bad">{t('list.noNextStep', '缺少下一步')}</span>,
          ],
          [t('field.nextStepDue', '下一步日期'), lead.nextStepDue ? dateOf(lead.nextStepDue) : undefined],
          [t('lead.origin', '来源'), originName(lead.origin)],
          [t('field.campaign', '市场活动'), lead.campaign ?? null],
          [t('field.title', '职位'), lead.title],
          [
            t('field.phone', '电话'),
            lead.phone ? (
              <a key="p" href={`tel:${lead.phone}`}>
                {lead.phone}
              </a>
            ) : undefined,
          ],
          [t('field.email', '邮箱'), lead.email],
          [t('field.wechat', '微信'), lead.wechat ?? null],
          [t('field.industry', '行业'), lead.industry ?? null],
          [t('field.region', '地区'), lead.region ?? null],
          [t('lead.need', '需要什么'), lead.need],
        ]}
      />
    </section>
  )
}
