import type { FieldSight, RowScope } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

export const scopes = (): [RowScope, string][] => [
  ['NONE', t('scope.none', '看不到')],
  ['OWN', t('scope.own', '本人的')],
  ['OWN_AND_REPORTS', t('scope.reports', '本人和下属的')],
  ['DEPARTMENT', t('scope.department', '本部门的')],
  ['DEPARTMENT_TREE', t('scope.tree', '本部门及下级部门的')],
  ['FILTER', t('scope.filter', '符合条件的')],
  ['ALL', t('scope.all', '全部')],
]

export const scopeName = (scope: RowScope) => scopes().find(([key]) => key === scope)?.[1] ?? scope

export const sights = (): [FieldSight, string][] => [
  ['MASKED', t('sight.masked', '只看首尾')],
  ['NONE', t('sight.none', '看不到')],
]

export const sightName = (sight: FieldSight) => sights().find(([key]) => key === sight)?.[1] ?? sight
