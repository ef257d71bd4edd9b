import type { DepartmentFunction } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'

export const departments: DepartmentFunction[] = ['MARKETING', 'SALES', 'LEGAL', 'DELIVERY', 'FINANCE', 'CARE']

export function departmentName(part: DepartmentFunction): string {
  switch (part) {
    case 'MARKETING':
      return t('department.marketing', '市场')
    case 'SALES':
      return t('department.sales', '销售')
    case 'LEGAL':
      return t('department.legal', '法务')
    case 'DELIVERY':
      return t('department.delivery', '交付')
    case 'FINANCE':
      return t('department.finance', '财务')
    case 'CARE':
      return t('department.care', '服务')
  }
}

// Department: its colour is only ever a dot beside its name.
export function Department({ of }: { of: DepartmentFunction | null | undefined }) {
  if (!of) return <span className="muted">—</span>
  return (
    <span className="department" data-department={of.toLowerCase()}>
      <i className="dot" aria-hidden="true" />
      {departmentName(of)}
    </span>
  )
}
