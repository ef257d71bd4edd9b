import { IconPlus, IconTrash } from '@tabler/icons-react'
import { t } from '~/i18n/t.ts'
import { fieldName } from '~/records/fields.ts'
import { Button } from '~/ui/Button.tsx'
import type { KindRights } from './document.ts'
import type { KindDraft } from './draft.ts'

interface Props {
  kind: KindRights
  draft: KindDraft
  onChange: (part: Partial<KindDraft>) => void
}

// Conditions of the scope FILTER: each column has one of the values; all hold.
export function Conditions({ kind, draft, onChange }: Props) {
  const set = (i: number, part: Partial<KindDraft['where'][number]>) =>
    onChange({ where: draft.where.map((c, n) => (n === i ? { ...c, ...part } : c)) })
  return (
    <div className="stack">
      {draft.where.map((c, i) => (
        <div key={i} className="row">
          <select
            className="input auto"
            aria-label={t('role.condition.field', '条件字段')}
            value={c.field}
            onChange={(e) => set(i, { field: e.target.value })}
          >
            {kind.columns.map((column) => (
              <option key={column} value={column}>
                {fieldName(column) ?? column}
              </option>
            ))}
          </select>
          <input
            className="input"
            aria-label={t('role.condition.values', '取值，用逗号隔开')}
            placeholder={t('role.condition.values', '取值，用逗号隔开')}
            value={c.values}
            onChange={(e) => set(i, { values: e.target.value })}
          />
          <Button
            kind="quiet"
            icon={<IconTrash size={16} />}
            aria-label={t('action.remove', '删除')}
            onClick={() => onChange({ where: draft.where.filter((_, n) => n !== i) })}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<IconPlus size={16} />}
          disabled={!kind.columns.length}
          onClick={() => onChange({ where: [...draft.where, { field: kind.columns[0] ?? '', values: '' }] })}
        >
          {t('role.condition.add', '添加条件')}
        </Button>
      </div>
    </div>
  )
}
