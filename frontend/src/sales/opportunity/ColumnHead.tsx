import { t } from '~/i18n/t.ts'
import { isHidden } from '~/ui/amount.ts'
import { Money } from '~/ui/Money.tsx'
import { nameOf } from '~/ui/name.ts'
import { span } from '~/ui/time.ts'
import { workday } from '~/ui/working.ts'
import type { BoardColumnData } from './OpportunityBoard.tsx'

// ColumnHead: how many, what they are worth, and whether half of them are too long here.
export function ColumnHead({ column, moved }: { column: BoardColumnData; moved: number }) {
  const target = column.stage.lateAfter * 3600
  const late = target > 0 && column.medianBusinessSeconds > target
  return (
    <>
      <h2>
        {nameOf(column.stage.name)} <span className="num">{column.count + moved}</span>
      </h2>
      {isHidden(column.sum) ? null : (
        <div>
          <Money of={column.sum} />
          {column.stage.category === 'OPEN' ? (
            <span>
              {t('board.weighted', '加权')} <Money of={column.weightedSum} />
            </span>
          ) : null}
        </div>
      )}
      {column.count > 0 && column.stage.category === 'OPEN' ? (
        <div className={late ? 'warn' : 'muted'}>
          {t('board.median', '停留中位 {span}', { span: span(column.medianBusinessSeconds, workday) })}
          {target ? <span>{t('clock.target', '目标 {span}', { span: span(target, workday) })}</span> : null}
        </div>
      ) : null}
    </>
  )
}
