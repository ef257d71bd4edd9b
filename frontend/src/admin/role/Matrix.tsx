import { useSession } from '~/app/session.ts'
import { language } from '~/i18n/language.ts'
import { t } from '~/i18n/t.ts'
import { kindName, stageOf } from '~/records/kinds.ts'
import { shortAmount } from '~/ui/amount.ts'
import { type Column, DataTable } from '~/ui/DataTable.tsx'
import { comma } from '~/ui/name.ts'
import { Tag } from '~/ui/Tag.tsx'
import type { KindRights, RoleRecord } from './document.ts'
import { fieldLabel } from './fieldLabel.ts'
import { verbLabel } from './verbLabel.ts'
import { scopeName, sightName } from './words.ts'

interface Row {
  kind: KindRights
  grant?: RoleRecord['grants'][number]
  fields: RoleRecord['fields'][number][]
}

// Matrix is a role to be read: a row for each kind, with its rows, its verbs, and what is kept back.
export function Matrix({ role, kinds }: { role: RoleRecord; kinds: readonly KindRights[] }) {
  const { company } = useSession()
  const rows: Row[] = kinds
    .map((kind) => ({
      kind,
      grant: role.grants.find((g) => g.kind === kind.kind),
      fields: role.fields.filter((f) => f.kind === kind.kind),
    }))
    .filter((r) => r.kind.granted || r.fields.length)
  return (
    <DataTable
      label={t('role.matrix', '权限矩阵')}
      rows={rows}
      rowKey={(r) => r.kind.kind}
      columns={columns(company.currency)}
    />
  )
}

const columns = (currency: string): Column<Row>[] => [
  {
    key: 'kind',
    head: t('role.kind', '记录'),
    card: 'title',
    cell: ({ kind }) => (
      <span className="tag" data-stage={stageOf[kind.kind]}>
        {kindName(kind.kind)}
      </span>
    ),
  },
  { key: 'scope', head: t('role.scope', '看到哪些'), cell: (r) => <Scope row={r} /> },
  { key: 'verbs', head: t('role.verbs', '能做什么'), wraps: true, cell: (r) => <Verbs row={r} currency={currency} /> },
  { key: 'fields', head: t('role.fields', '看不到的字段'), wraps: true, cell: (r) => <Fields row={r} /> },
]

function Scope({ row: { kind, grant } }: { row: Row }) {
  if (!kind.granted) return <span className="muted">{t('role.followsWhole', '随主单据')}</span>
  if (!grant || grant.scope === 'NONE') return <span className="muted">{scopeName('NONE')}</span>
  return (
    <>
      {scopeName(grant.scope)}
      {grant.where.map((c) => (
        <div key={c.field} className="small muted">
          {c.field} = {c.values.join(comma())}
        </div>
      ))}
    </>
  )
}

function Verbs({ row: { grant }, currency }: { row: Row; currency: string }) {
  if (!grant?.verbs.length) return <span className="muted">—</span>
  return (
    <span className="chips">
      {grant.verbs.map(({ verb, limit }) => (
        <Tag key={verb}>
          {verbLabel(verb)}
          {limit ? ` ≤ ${shortAmount({ amount: limit.amount, currency }, language())}` : ''}
        </Tag>
      ))}
    </span>
  )
}

function Fields({ row: { fields } }: { row: Row }) {
  if (!fields.length) return <span className="muted">—</span>
  return (
    <span className="chips">
      {fields.map((f) => (
        <Tag key={f.field} tone={f.sight ? 'warn' : undefined}>
          {fieldLabel(f.field)} · {f.sight ? sightName(f.sight) : t('role.readOnly', '只读')}
        </Tag>
      ))}
    </span>
  )
}
