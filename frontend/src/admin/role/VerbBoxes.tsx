import { t } from '~/i18n/t.ts'
import type { KindRights } from './document.ts'
import type { KindDraft } from './draft.ts'
import { verbLabel } from './verbLabel.ts'

interface Props {
  kind: KindRights
  draft: KindDraft
  onChange: (part: Partial<KindDraft>) => void
}

// VerbBoxes: what may be done, and up to which amount where one is given.
export function VerbBoxes({ kind, draft, onChange }: Props) {
  function set(verb: string, limit: string | undefined) {
    const verbs = { ...draft.verbs }
    if (limit === undefined) delete verbs[verb]
    else verbs[verb] = limit
    onChange({ verbs })
  }
  return (
    <fieldset className="boxes">
      <legend>{t('role.verbs', '能做什么')}</legend>
      {kind.verbs.map((verb) => {
        const on = verb in draft.verbs
        const label = verbLabel(verb)
        return (
          <div key={verb} className="row">
            <label className="check">
              <input
                type="checkbox"
                checked={on}
                disabled={draft.scope === 'NONE'}
                onChange={(e) => set(verb, e.target.checked ? '' : undefined)}
              />{' '}
              {label}
            </label>
            {on ? (
              <input
                className="input right limit push"
                inputMode="decimal"
                aria-label={t('role.limit', '{verb}的金额上限', { verb: label })}
                placeholder={t('role.noLimit', '金额不限')}
                value={draft.verbs[verb]}
                onChange={(e) => set(verb, e.target.value)}
              />
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}
