import { useState } from 'react'
import { useRights } from '~/app/rights.ts'
import type { Fault } from '~/data/fault.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { CollaboratorLevel } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { AsyncPicker, type Choice } from '~/ui/AsyncPicker.tsx'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { searchUsers } from '../search.ts'
import { UserChip } from '../UserChip.tsx'
import type { AccessTo } from './Access.tsx'
import type { Seen } from './AccessSheet.tsx'

const AddCollaboratorDocument = graphql(`
  mutation AddCollaborator($input: AddCollaboratorInput!) { addCollaborator(input: $input) { id } }
`)
const RemoveCollaboratorDocument = graphql(`
  mutation RemoveCollaborator($input: RemoveCollaboratorInput!) { removeCollaborator(input: $input) { id } }
`)

const levels = (): [CollaboratorLevel, string][] => [
  ['READ', t('collaborator.read', '只看')],
  ['EDIT', t('collaborator.edit', '看和办理')],
]

// Collaborators are people who were let in on a record that is another's.
export function Collaborators({ record, of }: { record: AccessTo; of: Seen['collaborators'] }) {
  const { may } = useRights()
  const [remove, removing] = useVerb(RemoveCollaboratorDocument)
  const [fault, setFault] = useState<Fault>()
  return (
    <section className="stack">
      <h3>{t('collaborator.title', '协作者')}</h3>
      {fault ? <Notice tone="bad">{sentenceOf(fault)}</Notice> : null}
      {of.length ? (
        <ul className="ways">
          {of.map((c) => (
            <li key={c.id}>
              <UserChip user={c.user} />
              <span className="muted small">
                {levels().find(([key]) => key === c.level)?.[1]}
                {c.cascade ? ` · ${t('collaborator.cascades', '含名下单据')}` : ''}
              </span>
              <span className="push" />
              {may('removeCollaborator') ? (
                <Button
                  kind="quiet"
                  busy={removing}
                  onClick={() => void remove({ input: { id: c.id } }).then((a) => setFault(a.fault))}
                >
                  {t('collaborator.remove', '移除')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="small muted">{t('collaborator.none', '还没有协作者。')}</p>
      )}
      {may('addCollaborator') ? <Add record={record} onFault={setFault} /> : null}
    </section>
  )
}

function Add({ record, onFault }: { record: AccessTo; onFault: (fault: Fault | undefined) => void }) {
  const [add, busy] = useVerb(AddCollaboratorDocument)
  const [who, setWho] = useState<Choice | null>(null)
  const [level, setLevel] = useState<CollaboratorLevel>('READ')
  const [cascade, setCascade] = useState(true)

  async function submit() {
    if (!who) return
    const { fault } = await add({ input: { recordId: record.id, userId: who.id, level, cascade } })
    onFault(fault)
    if (!fault) setWho(null)
  }

  return (
    <div className="fields">
      <div className="field">
        <label htmlFor="collaborator-who">{t('collaborator.who', '加谁')}</label>
        <AsyncPicker
          key={who ? 'chosen' : 'open'}
          inputId="collaborator-who"
          value={who}
          search={searchUsers}
          onChange={setWho}
        />
      </div>
      <div className="field">
        <label htmlFor="collaborator-level">{t('collaborator.level', '权限')}</label>
        <select
          id="collaborator-level"
          className="input"
          value={level}
          onChange={(e) => setLevel(e.target.value as CollaboratorLevel)}
        >
          {levels().map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input type="checkbox" checked={cascade} onChange={(e) => setCascade(e.target.checked)} />{' '}
        {t('collaborator.cascade', '也能看到名下的单据')}
      </label>
      <Button busy={busy} disabled={!who} onClick={() => void submit()}>
        {t('collaborator.add', '加为协作者')}
      </Button>
    </div>
  )
}
