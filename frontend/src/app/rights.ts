import { useContext } from 'react'
import type { RecordKind, ViewerQuery } from '~/gql/graphql.ts'
import { SessionContext } from './session.ts'

export interface MyRights {
  administrator: boolean
  auditor: boolean
  may: (verb: string) => boolean // the verb may be called at all; on which records, the server decides
  sees: (kind: RecordKind) => boolean
}

export function rightsOf(session: Pick<ViewerQuery, 'myRights'> | null): MyRights {
  const rights = session?.myRights
  const verbs = new Set(rights?.verbs)
  const kinds = new Set(rights?.kinds)
  return {
    administrator: !!rights?.administrator,
    auditor: !!rights?.auditor,
    may: (verb) => verbs.has(verb),
    sees: (kind) => kinds.has(kind),
  }
}

// useRights is for hiding what would be refused anyway; it protects nothing.
export const useRights = (): MyRights => rightsOf(useContext(SessionContext))
