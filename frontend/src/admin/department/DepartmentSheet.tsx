import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { DepartmentField, DepartmentFunction } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { departmentName, departments as functions } from '~/records/Department.tsx'
import { emptied } from '~/records/emptied.ts'
import type { FieldSpec } from '~/records/form.ts'
import { searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import type { DepartmentRow } from './DepartmentsPage.tsx'
import { below } from './tree.ts'

const CreateDepartmentDocument = graphql(`
  mutation CreateDepartment($input: CreateDepartmentInput!) { createDepartment(input: $input) { id name } }
`)
const UpdateDepartmentDocument = graphql(`
  mutation UpdateDepartment($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { id version name active } }
`)

interface Props {
  department?: DepartmentRow
  departments: readonly DepartmentRow[]
  onClose: () => void
}

const clearable: Record<string, DepartmentField> = { parent: 'PARENT', head: 'HEAD' }

// DepartmentSheet makes a department or changes one; its part in the chain stays what it was made for.
export function DepartmentSheet({ department: d, departments, onClose }: Props) {
  const [create] = useVerb(CreateDepartmentDocument)
  const [update] = useVerb(UpdateDepartmentDocument)
  const title = d ? t('department.edit', '编辑部门') : t('department.create', '新建部门')
  return (
    <VerbSheet
      title={title}
      action={t('action.save', '保存')}
      fields={fieldsOf(d, departments)}
      onClose={onClose}
      submit={async (v) => {
        const shared = { parentId: v.text('parent'), headId: v.id('head') }
        if (!d) {
          const part = v.must('function') as DepartmentFunction
          return (await create({ input: { ...shared, name: v.must('name'), function: part } })).fault
        }
        const input = {
          ...shared,
          id: d.id,
          expectedVersion: d.version,
          name: v.text('name'),
          active: v.on('active'),
          clear: emptied(clearable, d, v),
        }
        return (await update({ input })).fault
      }}
    />
  )
}

function fieldsOf(d: DepartmentRow | undefined, all: readonly DepartmentRow[]): FieldSpec[] {
  const under = d ? below(all, d.id) : new Set<string>()
  const parents = all.filter((p) => !under.has(p.id) && (p.active || p.id === d?.parent?.id))
  return [
    { kind: 'text', name: 'name', label: t('department.name', '部门名称'), required: true, wide: true, value: d?.name },
    ...(d
      ? []
      : [
          {
            kind: 'select',
            name: 'function',
            label: t('department.function', '职能'),
            required: true,
            options: functions.map((f) => ({ value: f, label: departmentName(f) })),
          } as FieldSpec,
        ]),
    {
      kind: 'select',
      name: 'parent',
      label: t('department.parent', '上级部门'),
      value: d?.parent?.id,
      options: parents.map((p) => ({ value: p.id, label: p.name })),
    },
    {
      kind: 'pick',
      name: 'head',
      label: t('department.head', '负责人'),
      value: d?.head ? { id: d.head.id, label: d.head.name } : null,
      search: searchUsers,
    },
    ...(d
      ? [{ kind: 'check', name: 'active', label: t('department.active', '在用'), value: d.active } as FieldSpec]
      : []),
  ]
}
