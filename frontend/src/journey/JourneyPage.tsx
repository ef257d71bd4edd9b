import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import type { JourneyPageFragment, JourneyStepRowFragment } from '~/gql/graphql.ts'
import { unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Access } from '~/records/access/Access.tsx'
import { History } from '~/records/History.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { onward } from '~/records/transitions.ts'
import { pageOfWaiting } from '~/records/waiting.ts'
import { Button, ButtonLink } from '~/ui/Button.tsx'
import { nameOf } from '~/ui/name.ts'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { useMediaQuery } from '~/ui/useMediaQuery.ts'
import { JourneyDocument, JourneyFields, OpportunityJourneyDocument, StepFields } from './document.ts'
import { Evidence } from './Evidence.tsx'
import { JourneyTiles, statusName } from './JourneyTiles.tsx'
import { LongestWait } from './LongestWait.tsx'
import { StepList } from './StepList.tsx'
import { StepSheet } from './StepSheet.tsx'
import { Swimlane } from './Swimlane.tsx'
import './journey.css'

export function JourneyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(JourneyDocument, { id })
  return (
    <div className="page journey">
      <Loaded read={read} pick={(d) => d.journey} heights={[44, 80, 320]}>
        {(journey) => <Journey journey={unmask(JourneyFields, journey)} />}
      </Loaded>
    </div>
  )
}

export function OpportunityJourneyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(OpportunityJourneyDocument, { id })
  return (
    <div className="page journey">
      <Loaded read={read} pick={(d) => d.opportunity?.journey} heights={[44, 80, 320]}>
        {(journey) => <Journey journey={unmask(JourneyFields, journey)} />}
      </Loaded>
    </div>
  )
}

const tone = { OPEN: undefined, CASHED: 'ok', LOST: 'bad', PARKED: 'warn' } as const

function Journey({ journey: j }: { journey: JourneyPageFragment }) {
  const steps = unmask(StepFields, j.steps)
  const phone = useMediaQuery('(max-width: 760px)')
  const [chosen, setChosen] = useState<'lanes' | 'list'>()
  const layout = chosen ?? (phone ? 'list' : 'lanes')
  const [step, setStep] = useState<JourneyStepRowFragment>()
  const workday = j.clock.workdaySeconds
  const next = j.waiting[0]
  const way = next ? onward(next.transitions) : undefined
  const name = j.opportunities[0]?.name ?? (j.lead ? `${j.lead.company} · ${j.lead.name}` : j.number)
  return (
    <>
      <RecordHeader
        crumbs={[
          j.number,
          <AccountLink key="a" account={j.account} />,
          j.owner ? t('journey.owner', '负责人 {name}', { name: j.owner.name }) : null,
        ]}
        title={t('journey.title', '{name} — 全程历程', { name })}
        tag={<Tag tone={tone[j.status]}>{statusName(j.status)}</Tag>}
      >
        <Access record={j} />
        <div className="segments">
          <button type="button" aria-pressed={layout === 'lanes'} onClick={() => setChosen('lanes')}>
            {t('journey.asLanes', '泳道')}
          </button>
          <button type="button" aria-pressed={layout === 'list'} onClick={() => setChosen('list')}>
            {t('journey.asList', '列表')}
          </button>
        </div>
        <Button icon={<IconPrinter size={16} />} onClick={() => print()}>
          {t('action.print', '打印')}
        </Button>
        {next ? (
          <ButtonLink kind="primary" to={pageOfWaiting(next) as '/'}>
            {way ? nameOf(way.label) : t('journey.toNext', '去看当前这一步')}
          </ButtonLink>
        ) : null}
      </RecordHeader>
      <JourneyTiles journey={j} />
      <section className="panel">
        <header>
          <h2>{layout === 'lanes' ? t('journey.lanes', '部门泳道') : t('journey.steps', '逐步')}</h2>
          <span className="push legend small muted">
            <i className="wait-swatch" aria-hidden="true" /> {t('journey.legend.wait', '等待')}
            <i className="work-swatch" aria-hidden="true" /> {t('journey.legend.work', '处理')}
            <i className="target-swatch" aria-hidden="true" /> {t('journey.legend.target', '目标时点')}
          </span>
        </header>
        {layout === 'lanes' ? (
          <Swimlane steps={steps} workday={workday} onOpen={setStep} />
        ) : (
          <StepList steps={steps} workday={workday} onOpen={setStep} />
        )}
      </section>
      <div className="columns">
        <div>
          <Evidence journey={j} />
          <section className="panel no-print">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={{ journey: j.id }} />
          </section>
        </div>
        <aside>
          <LongestWait steps={steps} workday={workday} />
          {j.opportunities[0] ? (
            <Link className="no-print" to="/opportunities/$id" params={{ id: j.opportunities[0].id }}>
              {t('journey.toOpportunity', '回到商机')}
            </Link>
          ) : null}
        </aside>
      </div>
      {step ? <StepSheet step={step} workday={workday} onClose={() => setStep(undefined)} /> : null}
    </>
  )
}
