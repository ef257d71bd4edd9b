import type { DepartmentFunction, TokenScope } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { comma } from '~/ui/name.ts'
import { departmentName, departments } from '../Department.tsx'
import type { FieldSpec, Values } from '../form.ts'

const readOnly = () => t('tokenScope.read', '只读')
const readWrite = () => t('tokenScope.write', '读写')

// scopeName says a scope: 只读, 读写, 财务只读, 管理.
export function scopeName(scope: TokenScope): string {
  if (scope === 'READ') return readOnly()
  if (scope === 'WRITE') return readWrite()
  if (scope === 'ADMINISTER') return t('tokenScope.administer', '管理')
  const [how, department] = scope.split('_') as ['READ' | 'WRITE', DepartmentFunction]
  const of = departmentName(department)
  return how === 'READ' ? t('tokenScope.reads', '{of}只读', { of }) : t('tokenScope.writes', '{of}读写', { of })
}

// scopesName says all scopes of a token; one of old has none, and may all that its person may.
export const scopesName = (scopes: readonly TokenScope[]) =>
  scopes.length ? scopes.map(scopeName).join(comma()) : t('tokenScope.all', '全部权限')

// scopeFields ask what a token may: whether it writes too, and of which departments. It reads unless asked for more.
export const scopeFields = (administers: boolean): FieldSpec[] => [
  {
    kind: 'check',
    name: 'writes',
    label: t('tokenScope.write.label', '可以更改数据'),
    hint: t('tokenScope.write.hint', '不选就是只读。下面选了部门，就只限这些部门的单据；一个都不选则不限。'),
    wide: true,
  },
  ...departments.map(
    (d): FieldSpec => ({
      kind: 'check',
      name: d,
      label: t('tokenScope.only', '{of}的单据', { of: departmentName(d) }),
    }),
  ),
  ...(administers
    ? [
        {
          kind: 'check' as const,
          name: 'administer',
          label: t('tokenScope.administer.label', '管理用户、部门和角色，查看审计'),
          wide: true,
        },
      ]
    : []),
]

// scopesOf are the scopes that the fields ask for.
export function scopesOf(v: Values): TokenScope[] {
  const access: 'READ' | 'WRITE' = v.on('writes') ? 'WRITE' : 'READ'
  const only = departments.filter((d) => v.on(d)).map((d) => `${access}_${d}` as TokenScope)
  return [...(only.length ? only : [access]), ...(v.on('administer') ? (['ADMINISTER'] as const) : [])]
}
