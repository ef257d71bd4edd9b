import { IconEye } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'

const AccessSheet = lazy(() => import('./AccessSheet.tsx').then((m) => ({ default: m.AccessSheet })))

export interface AccessTo {
  id: string
  version?: number // without it the record has no owner to be changed
}

// Access stands in the head of each record: who can see this, and why.
export function Access({ record }: { record: AccessTo }) {
  const [open, setOpen] = useState(false)
  const label = t('access.title', '谁能看到')
  return (
    <>
      <Button
        kind="quiet"
        icon={<IconEye size={18} stroke={1.6} aria-hidden="true" />}
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      />
      <Suspense>{open ? <AccessSheet record={record} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
