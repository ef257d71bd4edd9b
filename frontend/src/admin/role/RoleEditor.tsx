import { useState } from 'react'
import { useSession } from '~/app/session.ts'
import type { Fault } from '~/data/fault.ts'
import { runVerb } from '~/data/useVerb.ts'
import type { RecordKind } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { toast } from '~/ui/toast.tsx'
import { CreateRoleDocument, type KindRights, type RoleRecord, UpdateRoleDocument } from './document.ts'
import { draftOf, emptyKind, type KindDraft, type RoleDraft, rightsInput } from './draft.ts'
import { KindEditor } from './KindEditor.tsx'
import { RoleNames } from './RoleNames.tsx'

interface Props {
  role?: RoleRecord
  kinds: readonly KindRights[]
  onCancel: () => void
  onSaved: (id: string) => void
}

// RoleEditor writes a role. It counts at once for everybody who has it, so it says so before.
export function RoleEditor({ role, kinds, onCancel, onSaved }: Props) {
  const { company } = useSession()
  const [draft, setDraft] = useState<RoleDraft>(() => draftOf(role))
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<RoleDraft>) => setDraft((old) => ({ ...old, ...part }))
  const changeKind = (kind: RecordKind, part: Partial<KindDraft>) =>
    setDraft((old) => ({
      ...old,
      kinds: { ...old.kinds, [kind]: { ...(old.kinds[kind] ?? emptyKind()), ...part } },
    }))

  async function save() {
    const { nameZh, nameEn, descriptionZh, descriptionEn } = draft
    const input = {
      nameZh,
      nameEn,
      descriptionZh,
      descriptionEn,
      rights: rightsInput(draft, kinds, company.currency),
    }
    setBusy(true)
    const answer = role
      ? await runVerb(UpdateRoleDocument, { input: { ...input, id: role.id, expectedVersion: role.version } })
      : await runVerb(CreateRoleDocument, { input })
    setBusy(false)
    setFault(answer.fault)
    if (answer.fault) return
    toast(t('role.saved', '角色已保存，立刻生效'))
    onSaved(role?.id ?? ('createRole' in answer.data ? (answer.data.createRole?.id ?? '') : ''))
  }

  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault()
        void save()
      }}
    >
      {fault ? <Notice tone="bad">{sentenceOf(fault)}</Notice> : null}
      <RoleNames draft={draft} onChange={change} />
      {kinds.map((kind) => (
        <KindEditor
          key={kind.kind}
          kind={kind}
          draft={draft.kinds[kind.kind] ?? emptyKind()}
          onChange={(part) => changeKind(kind.kind, part)}
        />
      ))}
      <div className="actions sticky-actions">
        <span className="muted small">
          {role?.userCount ? t('role.concerns', '保存后立刻影响 {n} 人', { n: role.userCount }) : null}
        </span>
        <span className="push" />
        <Button onClick={onCancel}>{t('action.cancel', '取消')}</Button>
        <Button type="submit" kind="primary" busy={busy}>
          {t('action.save', '保存')}
        </Button>
      </div>
    </form>
  )
}
