import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { LeadField, LeadOrigin } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { emptied } from '~/records/emptied.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import type { LeadRecord } from './LeadPage.tsx'
import { asOptions, origins } from './words.ts'

const UpdateLeadDocument = graphql(`
  mutation UpdateLead($input: UpdateLeadInput!) { updateLead(input: $input) { id version } }
`)

const clearable: Record<string, LeadField> = {
  title: 'TITLE',
  phone: 'PHONE',
  email: 'EMAIL',
  wechat: 'WECHAT',
  region: 'REGION',
  industry: 'INDUSTRY',
  need: 'NEED',
  nextStep: 'NEXT_STEP',
  nextStepDue: 'NEXT_STEP_DUE',
}

export function EditLead({ lead, onClose }: { lead: LeadRecord; onClose: () => void }) {
  const [update] = useVerb(UpdateLeadDocument)
  return (
    <VerbSheet
      title={t('lead.edit', '编辑线索')}
      action={t('action.save', '保存')}
      onClose={onClose}
      fields={[
        { kind: 'text', name: 'company', label: t('lead.company', '公司'), required: true, value: lead.company },
        { kind: 'text', name: 'name', label: t('lead.personName', '姓名'), required: true, value: lead.name },
        { kind: 'tel', name: 'phone', label: t('field.phone', '电话'), value: lead.phone },
        { kind: 'email', name: 'email', label: t('field.email', '邮箱'), value: lead.email },
        { kind: 'text', name: 'wechat', label: t('field.wechat', '微信'), value: lead.wechat },
        { kind: 'text', name: 'title', label: t('field.title', '职位'), value: lead.title },
        {
          kind: 'select',
          name: 'origin',
          label: t('lead.origin', '来源'),
          value: lead.origin,
          options: asOptions(origins()),
        },
        { kind: 'text', name: 'industry', label: t('field.industry', '行业'), value: lead.industry },
        { kind: 'text', name: 'region', label: t('field.region', '地区'), value: lead.region },
        { kind: 'paragraph', name: 'need', label: t('lead.need', '需要什么'), value: lead.need },
        { kind: 'text', name: 'nextStep', label: t('list.nextStep', '下一步'), value: lead.nextStep },
        { kind: 'date', name: 'nextStepDue', label: t('field.nextStepDue', '下一步日期'), value: lead.nextStepDue },
      ]}
      submit={async (v) =>
        (
          await update({
            input: {
              id: lead.id,
              expectedVersion: lead.version,
              company: v.text('company'),
              name: v.text('name'),
              phone: v.text('phone'),
              email: v.text('email'),
              wechat: v.text('wechat'),
              title: v.text('title'),
              origin: v.one<LeadOrigin>('origin'),
              industry: v.text('industry'),
              region: v.text('region'),
              need: v.text('need'),
              nextStep: v.text('nextStep'),
              nextStepDue: v.text('nextStepDue'),
              clear: emptied(clearable, lead, v),
            },
          })
        ).fault
      }
    />
  )
}
