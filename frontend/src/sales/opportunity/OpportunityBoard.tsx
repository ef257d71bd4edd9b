import { lazy, Suspense, useRef, useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import type { OpportunityBoardQuery, OpportunityCardFragment } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { useFilter } from '~/records/Filters.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { useStages } from '~/records/useStages.ts'
import { Board } from '~/ui/Board.tsx'
import { nameOf } from '~/ui/name.ts'
import { useMediaQuery } from '~/ui/useMediaQuery.ts'
import { ColumnHead } from './ColumnHead.tsx'
import type { BoardView } from './OpportunitiesPage.tsx'
import { OpportunityCard, OpportunityCardFields } from './OpportunityCard.tsx'
import { placed, stageColour } from './placed.ts'
import { useCardKeys } from './useCardKeys.ts'
import { useMoveOpportunity } from './useMoveOpportunity.ts'

// The sheets come when they are asked for; the board is there before.
const MoveOpportunity = lazy(() => import('./MoveOpportunity.tsx').then((m) => ({ default: m.MoveOpportunity })))
const MoveTo = lazy(() => import('./MoveTo.tsx').then((m) => ({ default: m.MoveTo })))

const OpportunityBoardDocument = graphql(`
  query OpportunityBoard($filter: BoardFilter, $first: Int) {
    board(process: OPPORTUNITY, filter: $filter, first: $first) {
      columns {
        stage { key name { zh en } category probability lateAfter }
        count
        sum { amount currency }
        weightedSum { amount currency }
        medianBusinessSeconds
        cards { __typename id ... on Opportunity { ...OpportunityCard } }
      }
    }
  }
`)

export type BoardColumnData = OpportunityBoardQuery['board']['columns'][number]

const perColumn = { desk: 200, phone: 30 }

export function OpportunityBoard({ view }: { view: BoardView }) {
  const phone = useMediaQuery('(max-width: 760px)')
  const stages = useStages('OPPORTUNITY')
  const [search, set] = useFilter()
  const stage = search.stage ?? stages[0]?.key
  const filter = { ...view, stages: phone && stage ? [stage] : undefined }
  const read = useRead(OpportunityBoardDocument, { filter, first: phone ? perColumn.phone : perColumn.desk }, [
    'OPPORTUNITY',
    'ACCOUNT',
  ])
  return (
    <>
      {phone ? (
        <div className="toolbar">
          <div className="segments">
            {stages.map((s) => (
              <button key={s.key} type="button" aria-pressed={s.key === stage} onClick={() => set({ stage: s.key })}>
                {nameOf(s.name)}
              </button>
            ))}
          </div>
        </div>
      ) : null}
      <Loaded read={read} pick={(d) => d.board} heights={[480]}>
        {(board) => <Columns columns={board.columns} />}
      </Loaded>
    </>
  )
}

function Columns({ columns }: { columns: readonly BoardColumnData[] }) {
  const { move, moving, asked, done, mine } = useMoveOpportunity()
  const [choosing, setChoosing] = useState<OpportunityCardFragment>()
  const cards = columns.flatMap((c) =>
    c.cards.flatMap((card) => (card.__typename === 'Opportunity' ? [unmask(OpportunityCardFields, card)] : [])),
  )
  const shown = placed(columns, cards, moving)
  const byId = (id: string) => cards.find((c) => c.id === id)
  const keys = useRef({ byId, setChoosing })
  keys.current = { byId, setChoosing }
  useCardKeys((id) => keys.current.setChoosing(keys.current.byId(id)))

  const lateOf = (key: string) => (columns.find((c) => c.stage.key === key)?.stage.lateAfter ?? 0) * 3600
  return (
    <>
      <Board
        label={t('opportunity.board', '商机看板')}
        columns={shown.map(({ column, cards, moved }, i) => ({
          key: column.stage.key,
          stage: stageColour(column.stage.category, i),
          name: nameOf(column.stage.name),
          head: <ColumnHead column={column} moved={moved} />,
          cards,
        }))}
        card={(o, column) => (
          <OpportunityCard
            opportunity={o}
            column={column}
            target={lateOf(column)}
            byMe={mine.has(o.id)}
            onMove={() => setChoosing(o)}
          />
        )}
        onDrop={(id, column) => {
          const card = byId(id)
          if (card) void move(card, column)
        }}
      />
      <Suspense>
        {choosing ? (
          <MoveTo
            opportunity={choosing}
            stages={columns.map((c) => c.stage)}
            onClose={() => setChoosing(undefined)}
            onChoose={(stage) => {
              setChoosing(undefined)
              void move(choosing, stage)
            }}
          />
        ) : null}
        {asked ? <MoveOpportunity asked={asked} onClose={done} /> : null}
      </Suspense>
    </>
  )
}
