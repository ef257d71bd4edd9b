import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { RowScope } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { kindName, stageOf } from '~/records/kinds.ts'
import { Button } from '~/ui/Button.tsx'
import { Conditions } from './Conditions.tsx'
import type { KindRights } from './document.ts'
import type { KindDraft } from './draft.ts'
import { FieldRows } from './FieldRows.tsx'
import { VerbBoxes } from './VerbBoxes.tsx'
import { scopes } from './words.ts'

interface Props {
  kind: KindRights
  draft: KindDraft
  onChange: (part: Partial<KindDraft>) => void
}

// KindEditor: which rows of a kind, what may be done with them, and which fields are kept back.
export function KindEditor({ kind, draft, onChange }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const name = kindName(kind.kind)
  const hidden = Object.values(draft.fields).filter((f) => f.sight || f.locked).length
  return (
    <section className="panel stack" aria-label={name}>
      <div className="row wrap">
        <Button
          kind="quiet"
          icon={open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className="tag" data-stage={stageOf[kind.kind]}>
            {name}
          </span>
        </Button>
        {kind.granted ? (
          <>
            <label htmlFor={id} className="small muted">
              {t('role.scope', '看到哪些')}
            </label>
            <select
              id={id}
              className="input auto"
              value={draft.scope}
              onChange={(e) => onChange({ scope: e.target.value as RowScope })}
            >
              {scopes().map(([scope, label]) => (
                <option key={scope} value={scope}>
                  {label}
                </option>
              ))}
            </select>
          </>
        ) : (
          <span className="small muted">{t('role.followsWhole', '随主单据')}</span>
        )}
        <span className="push small muted">
          {[
            kind.verbs.length
              ? t('role.verbCount', '{n} / {all} 个操作', {
                  n: Object.keys(draft.verbs).length,
                  all: kind.verbs.length,
                })
              : '',
            hidden ? t('role.hiddenCount', '{n} 个字段受限', { n: hidden }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {draft.scope === 'FILTER' ? <Conditions kind={kind} draft={draft} onChange={onChange} /> : null}
      {open ? (
        <>
          {kind.verbs.length ? <VerbBoxes kind={kind} draft={draft} onChange={onChange} /> : null}
          {kind.fields.length ? <FieldRows kind={kind} draft={draft} onChange={onChange} /> : null}
        </>
      ) : null}
    </section>
  )
}
