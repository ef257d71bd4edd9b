import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRights } from '~/app/rights.ts'
import { useSession } from '~/app/session.ts'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { HomeQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Department } from '~/records/Department.tsx'
import { History } from '~/records/History.tsx'
import { kindName, stageOf } from '~/records/kinds.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { onward } from '~/records/transitions.ts'
import { pageOfWaiting } from '~/records/waiting.ts'
import { Clock } from '~/ui/Clock.tsx'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { nameOf } from '~/ui/name.ts'
import { Funnel } from './Funnel.tsx'
import { MyNumbers } from './MyNumbers.tsx'

const HomeDocument = graphql(`
  query Home($owner: ID) {
    waiting(owner: $owner, first: 100) {
      kind number title stageName { zh en } since businessSeconds lateAfterSeconds ownerName department
      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }
      transitions { to label { zh en } verb open allowed reasonRequired category }
    }
    pipelineSummary(filter: { owner: $owner }) { ...MyNumbers ...Funnel }
    receivablesSummary { partial total { amount currency } notDue { amount currency } }
  }
`)

type Wait = HomeQuery['waiting'][number]

const columns = (): Column<Wait>[] => [
  {
    key: 'kind',
    head: t('home.kind', '单据'),
    cell: (w) => (
      <span className="tag" data-stage={stageOf[w.kind]}>
        {kindName(w.kind)}
      </span>
    ),
  },
  {
    key: 'title',
    head: t('home.title', '事项'),
    clip: true,
    card: 'title',
    cell: (w) => <Link to={pageOfWaiting(w)}>{w.title}</Link>,
  },
  { key: 'stage', head: t('list.stage', '阶段'), cell: (w) => nameOf(w.stageName) },
  {
    key: 'clock',
    head: t('home.waits', '已等'),
    cell: (w) => <Clock seconds={w.businessSeconds} target={w.lateAfterSeconds} />,
  },
  { key: 'next', head: t('home.next', '下一步'), cell: (w) => nextOf(w) },
  {
    key: 'owner',
    head: t('list.owner', '负责人'),
    card: 'hide',
    cell: (w) => w.ownerName ?? <span className="muted">{t('user.nobody', '未分配')}</span>,
  },
]

function nextOf(w: Wait) {
  const way = onward(w.transitions)
  return way ? <Link to={pageOfWaiting(w)}>{nameOf(way.label)}</Link> : <span className="muted">—</span>
}

export function HomePage() {
  const { viewer } = useSession()
  const { works } = useRights()
  const [mine, setMine] = useState(false)
  const read = useRead(HomeDocument, { owner: mine ? viewer.id : undefined })
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('home.hello', '{name}，这些在等您', { name: viewer.name })}</h1>
        <Department of={viewer.department?.function} />
        <span className="push" />
        <div className="segments">
          <button type="button" aria-pressed={!mine} onClick={() => setMine(false)}>
            {t('home.department', '我的部门')}
          </button>
          <button type="button" aria-pressed={mine} onClick={() => setMine(true)}>
            {t('home.mine', '我负责的')}
          </button>
        </div>
      </div>
      <Loaded read={read} pick={(d) => d} heights={[80, 320]}>
        {(home) => (
          <>
            <MyNumbers waiting={home.waiting} pipeline={home.pipelineSummary} receivables={home.receivablesSummary} />
            <div className="columns">
              <div>
                <section className="panel">
                  <header>
                    <h2>{t('home.waiting', '等我处理')}</h2>
                    <span className="muted num">{home.waiting.length}</span>
                  </header>
                  {home.waiting.length ? (
                    <DataTable
                      label={t('home.waiting', '等我处理')}
                      rows={[...home.waiting]}
                      columns={columns()}
                      rowKey={(w) => w.record.id}
                    />
                  ) : (
                    <EmptyState title={t('home.nothing', '没有等您处理的事')}>
                      {t('home.nothing.why', '您部门手里的每一步都已推进。')}
                    </EmptyState>
                  )}
                </section>
              </div>
              <aside>
                {works('OPPORTUNITY') ? <Funnel summary={home.pipelineSummary} /> : null}
                <section className="panel">
                  <h2>{t('home.feed', '最近动态')}</h2>
                  <History filter={{}} />
                </section>
              </aside>
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}
