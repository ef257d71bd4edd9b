import type { FieldSight, RecordKind, RightsInput, RowScope } from '~/gql/graphql.ts'
import type { KindRights, RoleRecord } from './document.ts'

// A role while it is edited: what stands in the fields of the form.
export interface KindDraft {
  scope: RowScope
  where: { field: string; values: string }[] // values as they are typed, with commas between
  verbs: Record<string, string> // to its limit; '' is none
  fields: Record<string, { sight: FieldSight | ''; locked: boolean }>
}
export interface RoleDraft {
  nameZh: string
  nameEn: string
  descriptionZh: string
  descriptionEn: string
  administrator: boolean
  auditor: boolean
  manages: boolean
  kinds: Partial<Record<RecordKind, KindDraft>>
}

export const emptyKind = (): KindDraft => ({ scope: 'NONE', where: [], verbs: {}, fields: {} })

export function draftOf(role: RoleRecord | undefined): RoleDraft {
  const kinds: RoleDraft['kinds'] = {}
  const at = (kind: RecordKind) => {
    kinds[kind] ??= emptyKind()
    return kinds[kind]
  }
  for (const g of role?.grants ?? []) {
    const draft = at(g.kind)
    draft.scope = g.scope
    draft.where = g.where.map((c) => ({ field: c.field, values: c.values.join(', ') }))
    for (const { verb, limit } of g.verbs) draft.verbs[verb] = limit?.amount ?? ''
  }
  for (const f of role?.fields ?? []) at(f.kind).fields[f.field] = { sight: f.sight ?? '', locked: !f.writable }
  return {
    nameZh: role?.name.zh ?? '',
    nameEn: role?.name.en ?? '',
    descriptionZh: role?.description.zh ?? '',
    descriptionEn: role?.description.en ?? '',
    administrator: role?.administrator ?? false,
    auditor: role?.auditor ?? false,
    manages: role?.manages ?? false,
    kinds,
  }
}

const listed = (text: string) =>
  text
    .split(/[,，]/)
    .map((v) => v.trim())
    .filter(Boolean)

// rightsInput says the draft in the words of the contract; what stands at its default is left out.
export function rightsInput(draft: RoleDraft, catalogue: readonly KindRights[], currency: string): RightsInput {
  const grants: RightsInput['grants'] = []
  const fields: RightsInput['fields'] = []
  for (const { kind, granted } of catalogue) {
    const d = draft.kinds[kind]
    if (!d) continue
    if (granted && d.scope !== 'NONE')
      grants.push({
        kind,
        scope: d.scope,
        where: d.scope === 'FILTER' ? d.where.map((c) => ({ field: c.field, values: listed(c.values) })) : undefined,
        verbs: Object.entries(d.verbs).map(([verb, limit]) => ({
          verb,
          limit: limit.trim() ? { amount: limit.replaceAll(',', '').trim(), currency } : undefined,
        })),
      })
    for (const [field, { sight, locked }] of Object.entries(d.fields))
      if (sight || locked) fields.push({ kind, field, sight: sight || undefined, writable: !sight && !locked })
  }
  return { administrator: draft.administrator, auditor: draft.auditor, manages: draft.manages, grants, fields }
}
