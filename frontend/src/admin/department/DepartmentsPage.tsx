import { useState } from 'react'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { DepartmentsQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { May } from '~/records/May.tsx'
import { Button } from '~/ui/Button.tsx'
import { DepartmentSheet } from './DepartmentSheet.tsx'
import { DepartmentTree } from './DepartmentTree.tsx'

const DepartmentsDocument = graphql(`
  query Departments {
    departments { id version name function active parent { id name } head { id name } }
  }
`)

export type DepartmentRow = DepartmentsQuery['departments'][number]

// DepartmentsPage: who belongs to whom, as a tree; a role's scope may reach down it.
export function DepartmentsPage() {
  const read = useRead(DepartmentsDocument, {}, ['DEPARTMENT', 'USER'])
  const [open, setOpen] = useState<DepartmentRow | 'new'>()
  return (
    <div className="page">
      <div className="row wrap">
        <h1>{t('nav.departments', '部门')}</h1>
        <span className="muted num">{read.data?.departments.length}</span>
        <span className="push" />
        <May verb="createDepartment">
          <Button kind="primary" data-new onClick={() => setOpen('new')}>
            {t('department.create', '新建部门')}
          </Button>
        </May>
      </div>
      <Loaded read={read} pick={(d) => d.departments} heights={[320]}>
        {(departments) => (
          <>
            <section className="panel">
              <DepartmentTree departments={departments} onEdit={setOpen} />
            </section>
            {open ? (
              <DepartmentSheet
                department={open === 'new' ? undefined : (departments.find((d) => d.id === open.id) ?? open)}
                departments={departments}
                onClose={() => setOpen(undefined)}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </div>
  )
}
