import type { ReactNode } from 'react'
import { useRights } from '~/app/rights.ts'

// May shows what calls a verb only to who may call it.
export function May({ verb, children }: { verb: string; children: ReactNode }) {
  return useRights().may(verb) ? children : null
}
