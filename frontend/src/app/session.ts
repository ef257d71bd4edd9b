import { createContext, useContext } from 'react'
import { graphql } from '~/gql/gql.ts'
import type { ViewerQuery } from '~/gql/graphql.ts'
import { post } from './door/post.ts'

// The viewer and their rights are read once, before any page.
export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      id version name email phone title admin language timeZone theme secondFactor
      department { id name function }
      manager { id name }
      roles { id name { zh en } grants { kind scope } }
    }
    company { id name currency timeZone taxNumber address phone bank bankAccount }
    myRights { administrator auditor verbs kinds seenAs { id name } }
  }
`)

export type Viewer = ViewerQuery['viewer']
export type Company = ViewerQuery['company']

export const SessionContext = createContext<ViewerQuery | null>(null)

export function useSession(): ViewerQuery {
  const session = useContext(SessionContext)
  if (!session) throw new Error('used outside of the shell')
  return session
}

// signOut leaves nothing of the user's data in this page: it is loaded anew.
export async function signOut() {
  sessionStorage.clear()
  await post('/signout', {})
  location.assign('/login')
}
