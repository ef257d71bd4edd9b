import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRights } from '~/app/rights.ts'
import { useRead } from '~/data/useRead.ts'
import type { LeadQuery } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { Access } from '~/records/access/Access.tsx'
import { History } from '~/records/History.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { Missing } from '~/records/Missing.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { ButtonLink } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { AssignLead } from './AssignLead.tsx'
import { Bant } from './Bant.tsx'
import { ConvertLead } from './ConvertLead.tsx'
import { DisqualifyLead } from './DisqualifyLead.tsx'
import { EditLead } from './EditLead.tsx'
import { LeadFacts } from './LeadFacts.tsx'
import { QualifyLead } from './QualifyLead.tsx'

const LeadDocument = graphql(`
  query Lead($id: ID!) {
    lead(id: $id) {
      id number version name company title phone email wechat region industry need origin campaign
      stage stageName { zh en } stageCategory stageEnteredAt createdAt
      budget { amount currency } budgetStatus authority pain timeline qualifyReason disqualifyReason
      nextStep nextStepDue owner { id name } journey { id }
      account { id name } opportunity { id name }
      availableTransitions { ...TransitionFields }
    }
  }
`)

export type LeadRecord = NonNullable<LeadQuery['lead']>

export function LeadPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(LeadDocument, { id }, ['LEAD', 'OPPORTUNITY', 'ACCOUNT'])
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.lead}>
        {(lead) => <Lead lead={lead} />}
      </Loaded>
    </div>
  )
}

function Lead({ lead }: { lead: LeadRecord }) {
  const ways = unmask(TransitionFields, lead.availableTransitions)
  const { may } = useRights()
  const [editing, setEditing] = useState(false)
  const sheets = {
    assignLead: (close: () => void) => <AssignLead lead={lead} onClose={close} />,
    qualifyLead: (close: () => void) => <QualifyLead lead={lead} onClose={close} />,
    convertLead: (close: () => void) => <ConvertLead lead={lead} onClose={close} />,
    disqualifyLead: (close: () => void) => <DisqualifyLead lead={lead} onClose={close} />,
  }
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="l" to="/leads">
            {t('lead.list', '线索')}
          </Link>,
          lead.number,
          lead.company,
        ]}
        title={`${lead.name} · ${lead.company}`}
        tag={<StageTag kind="LEAD" name={lead.stageName} category={lead.stageCategory} />}
      >
        <Access record={lead} />
        {lead.journey ? (
          <ButtonLink to="/journeys/$id" params={{ id: lead.journey.id }}>
            {t('journey.open', '全程历程')}
          </ButtonLink>
        ) : null}
        <NextActions
          record={lead}
          ways={ways}
          sheets={sheets}
          more={may('updateLead') ? [{ label: t('action.edit', '编辑'), onSelect: () => setEditing(true) }] : []}
        />
      </RecordHeader>
      {lead.opportunity ? (
        <Notice tone="ok">
          {t('lead.became', '已转为商机')}{' '}
          <Link to="/opportunities/$id" params={{ id: lead.opportunity.id }}>
            {lead.opportunity.name}
          </Link>
        </Notice>
      ) : null}
      {lead.disqualifyReason ? (
        <Notice tone="warn">{t('lead.endedBecause', '结束原因：{reason}', { reason: lead.disqualifyReason })}</Notice>
      ) : null}
      <div className="columns">
        <div>
          <Bant lead={lead} />
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={{ subject: lead.id }} />
          </section>
        </div>
        <aside>
          <LeadFacts lead={lead} />
          <Missing ways={ways} />
        </aside>
      </div>
      {editing ? <EditLead lead={lead} onClose={() => setEditing(false)} /> : null}
    </>
  )
}
