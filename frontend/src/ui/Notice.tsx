import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from './Tag.tsx'

export function Notice({ tone, children }: { tone?: Tone; children: ReactNode }) {
  const Icon = tone === 'ok' ? IconCircleCheck : tone ? IconAlertTriangle : IconInfoCircle
  return (
    <div className="notice" data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon size={18} aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}
