import { Link } from '@tanstack/react-router'
import { useRights } from '~/app/rights.ts'
import { t } from '~/i18n/t.ts'
import { Department } from '~/records/Department.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { Button } from '~/ui/Button.tsx'
import { Tag } from '~/ui/Tag.tsx'
import type { DepartmentRow } from './DepartmentsPage.tsx'
import { type Branch, treeOf } from './tree.ts'

interface Props {
  departments: readonly DepartmentRow[]
  onEdit: (department: DepartmentRow) => void
}

export function DepartmentTree({ departments, onEdit }: Props) {
  return <Level branches={treeOf(departments)} onEdit={onEdit} />
}

function Level({ branches, onEdit }: { branches: Branch<DepartmentRow>[]; onEdit: Props['onEdit'] }) {
  const { may } = useRights()
  return (
    <ul className="tree">
      {branches.map(({ part: d, below }) => (
        <li key={d.id}>
          <div className="row wrap">
            <Link to="/admin/users" search={{ department: d.id }} className="strong">
              {d.name}
            </Link>
            <Department of={d.function} />
            {d.active ? null : <Tag>{t('department.closed', '已停用')}</Tag>}
            <span className="push" />
            {d.head ? (
              <UserChip user={d.head} />
            ) : (
              <span className="muted">{t('department.noHead', '没有负责人')}</span>
            )}
            {may('updateDepartment') ? (
              <Button
                kind="quiet"
                aria-label={t('department.editNamed', '编辑{name}', { name: d.name })}
                onClick={() => onEdit(d)}
              >
                {t('action.edit', '编辑')}
              </Button>
            ) : null}
          </div>
          {below.length ? <Level branches={below} onEdit={onEdit} /> : null}
        </li>
      ))}
    </ul>
  )
}
