import { createContext, useContext } from 'react'
import { headers } from '~/data/client.ts'
import { graphql } from '~/gql/gql.ts'
import type { ViewerQuery } from '~/gql/graphql.ts'

export const ViewerDocument = graphql(`
  query Viewer {
    viewer { id name email title admin language department { id name function } }
    company { id name currency timeZone taxNumber address phone bank bankAccount }
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

const post = (path: string, body: unknown) =>
  fetch(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

// signIn answers undefined when it worked, else the rule that refused.
export async function signIn(
  email: string,
  password: string,
): Promise<'refused' | 'throttled' | 'unreachable' | undefined> {
  try {
    const answer = await post('/signin', { email, password })
    if (answer.ok) return undefined
    return answer.status === 429 ? 'throttled' : answer.status === 401 ? 'refused' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

// signOut leaves nothing of the user's data in this page: it is loaded anew.
export async function signOut() {
  await post('/signout', {}).catch(() => undefined)
  location.assign('/login')
}
