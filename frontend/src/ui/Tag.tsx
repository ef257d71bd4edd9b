import type { ReactNode } from 'react'

export type Tone = 'ok' | 'warn' | 'bad'

export function Tag({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  )
}
