import { useNavigate } from '@tanstack/react-router'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { LeadOrigin } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { asOptions, origins } from './words.ts'

const CaptureLeadDocument = graphql(`
  mutation CaptureLead($input: CaptureLeadInput!) { captureLead(input: $input) { id number } }
`)

export function CaptureLead({ onClose }: { onClose: () => void }) {
  const [capture] = useVerb(CaptureLeadDocument)
  const go = useNavigate()
  return (
    <VerbSheet
      title={t('lead.capture', '录入线索')}
      action={t('action.save', '保存')}
      draft="lead"
      onClose={onClose}
      fields={[
        { kind: 'text', name: 'company', label: t('lead.company', '公司'), required: true },
        { kind: 'text', name: 'name', label: t('lead.personName', '姓名'), required: true },
        {
          kind: 'tel',
          name: 'phone',
          label: t('field.phone', '电话'),
          hint: t('lead.reach', '电话、邮箱、微信至少填一项'),
        },
        { kind: 'email', name: 'email', label: t('field.email', '邮箱') },
        { kind: 'text', name: 'wechat', label: t('field.wechat', '微信') },
        { kind: 'text', name: 'title', label: t('field.title', '职位') },
        { kind: 'select', name: 'origin', label: t('lead.origin', '来源'), options: asOptions(origins()) },
        { kind: 'pick', name: 'owner', label: t('list.owner', '负责人'), search: searchUsers },
        { kind: 'text', name: 'industry', label: t('field.industry', '行业') },
        { kind: 'text', name: 'region', label: t('field.region', '地区') },
        { kind: 'paragraph', name: 'need', label: t('lead.need', '需要什么') },
        { kind: 'text', name: 'nextStep', label: t('list.nextStep', '下一步') },
        { kind: 'date', name: 'nextStepDue', label: t('field.nextStepDue', '下一步日期') },
      ]}
      submit={async (v) => {
        const { data, fault } = await capture({
          input: {
            company: v.must('company'),
            name: v.must('name'),
            phone: v.text('phone'),
            email: v.text('email'),
            wechat: v.text('wechat'),
            title: v.text('title'),
            origin: v.one<LeadOrigin>('origin'),
            ownerId: v.id('owner'),
            industry: v.text('industry'),
            region: v.text('region'),
            need: v.text('need'),
            nextStep: v.text('nextStep'),
            nextStepDue: v.text('nextStepDue'),
          },
        })
        if (data?.captureLead) void go({ to: '/leads/$id', params: { id: data.captureLead.id } })
        return fault
      }}
    />
  )
}
