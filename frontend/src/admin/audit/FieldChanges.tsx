import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { fieldName } from '~/records/fields.ts'
import { Button } from '~/ui/Button.tsx'
import { toast } from '~/ui/toast.tsx'
import type { Edit } from './Edits.tsx'
import { restorable } from './restorable.ts'

const RestoreValueDocument = graphql(`
  mutation RestoreValue($input: RestoreValueInput!) { restoreValue(input: $input) { id } }
`)

// said is a value of the log in one line; nothing is a dash.
export function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

// FieldChanges: each field with what it was and is. A fact that stands for itself can be taken back.
export function FieldChanges({ edit: c }: { edit: Edit }) {
  const [restore, busy] = useVerb(RestoreValueDocument)
  const version = c.subject && 'version' in c.subject ? c.subject.version : undefined

  async function takeBack(field: string) {
    const { fault } = await restore({ input: { change: c.cursor, field, expectedVersion: version ?? 0 } })
    toast(fault ? sentenceOf(fault) : t('audit.restored', '已恢复为原来的值'), fault ? { tone: 'bad' } : {})
  }

  if (c.kind !== 'EDITED') return <span className="muted">{kindOf(c)}</span>
  return (
    <ul className="field-changes">
      {c.fields.map((f) => (
        <li key={f.name}>
          <b>{fieldName(f.name) ?? f.name}</b>
          <span>
            <del>{said(f.old)}</del> → <ins>{said(f.new)}</ins>
          </span>
          {version !== undefined && restorable(c.subjectKind, f.name) ? (
            <Button kind="quiet" busy={busy} onClick={() => void takeBack(f.name)}>
              {t('audit.restore', '恢复')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function kindOf(c: Edit): string {
  if (c.kind === 'OPENED') return t('audit.opened', '新建')
  if (c.kind === 'REMOVED') return t('audit.removed', '删除')
  return t('audit.moved', '阶段变更')
}
