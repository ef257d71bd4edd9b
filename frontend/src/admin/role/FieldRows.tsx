import type { FieldSight } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import type { KindRights } from './document.ts'
import type { KindDraft } from './draft.ts'
import { fieldLabel } from './fieldLabel.ts'
import { sights } from './words.ts'

interface Props {
  kind: KindRights
  draft: KindDraft
  onChange: (part: Partial<KindDraft>) => void
}

const open = { sight: '' as FieldSight | '', locked: false }

// FieldRows: how much of each field is seen, and whether it may be written; what is hidden never may.
export function FieldRows({ kind, draft, onChange }: Props) {
  const set = (field: string, part: Partial<KindDraft['fields'][string]>) =>
    onChange({ fields: { ...draft.fields, [field]: { ...(draft.fields[field] ?? open), ...part } } })
  return (
    <fieldset className="boxes">
      <legend>{t('role.fieldRights', '字段权限')}</legend>
      {kind.fields.map((field) => {
        const { sight, locked } = draft.fields[field] ?? open
        const label = fieldLabel(field)
        const value = sight || (locked ? 'LOCKED' : '')
        return (
          <div key={field} className="row">
            <label htmlFor={`${kind.kind}-${field}`}>{label}</label>
            <select
              id={`${kind.kind}-${field}`}
              className="input auto push"
              value={value}
              onChange={(e) =>
                set(field, {
                  sight: e.target.value === 'LOCKED' ? '' : (e.target.value as FieldSight | ''),
                  locked: e.target.value === 'LOCKED',
                })
              }
            >
              <option value="">{t('role.open', '可看可改')}</option>
              <option value="LOCKED">{t('role.readOnly', '只读')}</option>
              {sights().map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )
      })}
    </fieldset>
  )
}
