import { lazy, Suspense, useState } from 'react'
import { useSession } from '~/app/session.ts'
import { t } from '~/i18n/t.ts'
import { TextFilter, useFilter } from '~/records/Filters.tsx'
import { May } from '~/records/May.tsx'
import { Button } from '~/ui/Button.tsx'
import { OpportunityBoard } from './OpportunityBoard.tsx'

const CreateOpportunity = lazy(() => import('./CreateOpportunity.tsx').then((m) => ({ default: m.CreateOpportunity })))
const OpportunityList = lazy(() => import('./OpportunityList.tsx').then((m) => ({ default: m.OpportunityList })))

export interface BoardView {
  owner?: string
  late?: boolean
  withoutNextStep?: boolean
  text?: string
}

export function OpportunitiesPage() {
  const [search, set] = useFilter()
  const { viewer } = useSession()
  const [creating, setCreating] = useState(false)
  const views: [string | undefined, string, BoardView][] = [
    [undefined, t('view.all', '全部商机'), {}],
    ['mine', t('view.mine', '我的商机'), { owner: viewer.id }],
    ['late', t('view.late', '超期停留'), { late: true }],
    ['idle', t('view.idle', '缺少下一步'), { withoutNextStep: true }],
  ]
  const view = { ...views.find(([key]) => key === search.view)?.[2], text: search.text }
  const list = search.layout === 'list'
  return (
    <div className="board-page">
      <div className="toolbar">
        <h1>{t('opportunity.board', '商机看板')}</h1>
        <div className="segments">
          {views.map(([key, label]) => (
            <button key={label} type="button" aria-pressed={search.view === key} onClick={() => set({ view: key })}>
              {label}
            </button>
          ))}
        </div>
        <span className="push" />
        <div className="filters">
          <TextFilter label={t('opportunity.find', '商机名称、编号…')} />
        </div>
        <div className="segments desk-only">
          <button type="button" aria-pressed={!list} onClick={() => set({ layout: undefined })}>
            {t('layout.board', '看板')}
          </button>
          <button type="button" aria-pressed={list} onClick={() => set({ layout: 'list' })}>
            {t('layout.list', '列表')}
          </button>
        </div>
        <span className="desk-only">
          <May verb="createOpportunity">
            <Button kind="primary" data-new onClick={() => setCreating(true)}>
              {t('opportunity.create', '新建商机')}
            </Button>
          </May>
        </span>
      </div>
      <Suspense>
        {list ? <OpportunityList view={view} /> : <OpportunityBoard view={view} />}
        {creating || search.new ? (
          <CreateOpportunity
            onClose={() => {
              setCreating(false)
              if (search.new) set({ new: undefined })
            }}
          />
        ) : null}
      </Suspense>
    </div>
  )
}
