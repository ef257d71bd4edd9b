import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import type { RecordKind } from '~/gql/graphql.ts'
import { onChanges } from './changes.ts'
import { type Fault, faultOf } from './fault.ts'

export interface Read<Data> {
  data: Data | undefined
  fault: Fault | undefined
  refreshing: boolean // old data stays visible meanwhile
  again: () => void
}

// useRead shows a query and keeps it true: it asks again when a record of one of these kinds changed, here or elsewhere.
export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  kinds: readonly RecordKind[] | 'all' = 'all',
): Read<Data> {
  const [result, execute] = useQuery({ query, variables } as Parameters<typeof useQuery<Data, Variables>>[0])
  const names = kinds === 'all' ? 'all' : kinds.join()
  useEffect(
    () =>
      onChanges((heard) => {
        const concerns =
          names === 'all' ||
          heard.kinds === 'all' ||
          names.split(',').some((k) => (heard.kinds as ReadonlySet<string>).has(k))
        if (concerns) execute({ requestPolicy: 'network-only' })
      }),
    [names, execute],
  )
  return {
    data: result.data,
    fault: result.data ? undefined : faultOf(result.error as CombinedError | undefined),
    refreshing: result.stale || (result.fetching && !!result.data),
    again: () => execute({ requestPolicy: 'network-only' }),
  }
}
