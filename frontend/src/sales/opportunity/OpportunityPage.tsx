import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRights } from '~/app/rights.ts'
import { useRead } from '~/data/useRead.ts'
import type { OpportunityQuery } from '~/gql/graphql.ts'
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
import { Button, ButtonLink } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { CreateQuote } from '../quote/CreateQuote.tsx'
import { DraftContract } from './DraftContract.tsx'
import { EditOpportunity } from './EditOpportunity.tsx'
import { LoseOpportunity } from './LoseOpportunity.tsx'
import { OpportunityFacts } from './OpportunityFacts.tsx'
import { Promises } from './Promises.tsx'

const OpportunityDocument = graphql(`
  query Opportunity($id: ID!) {
    opportunity(id: $id) {
      id number version name stage stageName { zh en } stageCategory stageEnteredAt
      amount { amount currency } probability expectedClose needs lostReason closedAt nextStep nextStepDue
      account { id name } contact { id name title phone } lead { id number } product { id name } owner { id name }
      journey { id }
      quotes { id number latest { id number stageName { zh en } stageCategory validUntil gross { amount currency } } }
      contracts { id number stageName { zh en } stageCategory gross { amount currency } }
      availableTransitions { ...TransitionFields }
    }
  }
`)

export type OpportunityRecord = NonNullable<OpportunityQuery['opportunity']>

export function OpportunityPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(OpportunityDocument, { id }, [
    'OPPORTUNITY',
    'QUOTE',
    'QUOTE_VERSION',
    'CONTRACT',
    'ACCOUNT',
    'CONTACT',
  ])
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.opportunity}>
        {(o) => <Opportunity opportunity={o} />}
      </Loaded>
    </div>
  )
}

function Opportunity({ opportunity: o }: { opportunity: OpportunityRecord }) {
  const ways = unmask(TransitionFields, o.availableTransitions)
  const { may } = useRights()
  const [open, setOpen] = useState<'edit' | 'quote' | 'contract'>()
  const close = () => setOpen(undefined)
  const more = [
    { verb: 'updateOpportunity', label: t('action.edit', '编辑'), onSelect: () => setOpen('edit') },
    {
      verb: 'draftContract',
      label: t('contract.draftWithout', '不经报价起草合同'),
      onSelect: () => setOpen('contract'),
    },
  ].filter(({ verb }) => may(verb))
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="o" to="/opportunities">
            {t('opportunity.board', '商机看板')}
          </Link>,
          o.number,
          <AccountLink key="a" account={o.account} />,
        ]}
        title={o.name}
        tag={<StageTag kind="OPPORTUNITY" name={o.stageName} category={o.stageCategory} />}
      >
        <Access record={o} />
        <ButtonLink to="/opportunities/$id/journey" params={{ id: o.id }}>
          {t('journey.open', '全程历程')}
        </ButtonLink>
        {o.stageCategory === 'OPEN' ? (
          <May verb="createQuote">
            <Button onClick={() => setOpen('quote')}>{t('quote.create', '新建报价')}</Button>
          </May>
        ) : null}
        <NextActions
          record={o}
          ways={ways}
          sheets={{ loseOpportunity: (done) => <LoseOpportunity opportunity={o} onClose={done} /> }}
          more={more}
        />
      </RecordHeader>
      {o.lostReason ? (
        <Notice tone="bad">{t('opportunity.lostBecause', '输单原因：{reason}', { reason: o.lostReason })}</Notice>
      ) : null}
      {o.journey ? <JourneyChain id={o.journey.id} /> : null}
      <div className="columns">
        <div>
          <Promises opportunity={o} onQuote={() => setOpen('quote')} />
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={o.journey ? { journey: o.journey.id } : { subject: o.id }} />
          </section>
        </div>
        <aside>
          <OpportunityFacts opportunity={o} />
          <Missing ways={ways} />
        </aside>
      </div>
      {open === 'edit' ? <EditOpportunity opportunity={o} onClose={close} /> : null}
      {open === 'quote' ? <CreateQuote opportunity={o} onClose={close} /> : null}
      {open === 'contract' ? <DraftContract opportunity={o} onClose={close} /> : null}
    </>
  )
}
