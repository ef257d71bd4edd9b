import { useQuery } from 'urql'
import { graphql } from '~/gql/gql.ts'
import type { RecordKind, StagesQuery } from '~/gql/graphql.ts'

const StagesDocument = graphql(`
  query Stages($kinds: [RecordKind!]) {
    processes(kinds: $kinds) {
      id kind
      stages { key name { zh en } category department probability lateAfter guidance { zh en } }
    }
  }
`)

export type StageInfo = StagesQuery['processes'][number]['stages'][number]

// useStages reads the current process of a kind: its stages in order. It changes seldom, so the cache answers first.
export function useStages(kind: RecordKind): StageInfo[] {
  const [{ data }] = useQuery({ query: StagesDocument, variables: { kinds: [kind] }, requestPolicy: 'cache-first' })
  return data?.processes.find((p) => p.kind === kind)?.stages ?? []
}
