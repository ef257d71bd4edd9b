import { useContext } from 'react'
import type { RecordKind, ViewerQuery } from '~/gql/graphql.ts'
import { SessionContext } from './session.ts'

export interface MyRights {
  administrator: boolean
  auditor: boolean
  may: (verb: string) => boolean // the verb may be called at all; on which records, the server decides
  sees: (kind: RecordKind) => boolean // a record of the kind may come before their eyes, in whatever way
  works: (kind: RecordKind) => boolean // a role gives them such records
}

export function rightsOf(session: Pick<ViewerQuery, 'viewer' | 'myRights'> | null): MyRights {
  const rights = session?.myRights
  const verbs = new Set(rights?.verbs)
  const kinds = new Set(rights?.kinds)
  const granted = new Set(
    session?.viewer.roles.flatMap((r) => r.grants.filter((g) => g.scope !== 'NONE').map((g) => g.kind)),
  )
  return {
    administrator: !!rights?.administrator,
    auditor: !!rights?.auditor,
    may: (verb) => verbs.has(verb),
    sees: (kind) => kinds.has(kind),
    works: (kind) => kinds.has(kind) && (!granted.size || granted.has(kind)), // an administrator's role lists no kinds
  }
}

// useRights is for hiding what would be refused anyway; it protects nothing.
export const useRights = (): MyRights => rightsOf(useContext(SessionContext))
