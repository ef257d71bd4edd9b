import { useEffect, useState } from 'react'
import { client } from '~/data/client.ts'
import { type Fault, faultOf } from '~/data/fault.ts'
import type { RecordKind } from '~/gql/graphql.ts'
import { type Hit, SearchDocument } from './found.ts'

const pause = 180 // milliseconds after the last key
const longest = 100 // characters, as the server takes them

export interface Found {
  hits: Hit[]
  of: string // what these are found by
  fault: Fault | undefined
  again: () => void
}

const nothing = { hits: [] as Hit[], of: '', fault: undefined as Fault | undefined }

// useSearch asks for what is typed, when its writer pauses; never for what an input method is still composing.
export function useSearch(typed: string, first: number, kind?: RecordKind, composing = false): Found {
  const [found, setFound] = useState(nothing)
  const [turn, setTurn] = useState(0)
  const text = [...typed.trim()].slice(0, longest).join('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
  useEffect(() => {
    if (composing) return
    if (!text) return setFound(nothing)
    let wanted = true
    const timer = setTimeout(async () => {
      const asked = { text, first, kinds: kind ? [kind] : undefined }
      const answer = await client.query(SearchDocument, asked, { requestPolicy: 'network-only' }).toPromise()
      if (wanted) setFound({ hits: answer.data?.search ?? [], of: text, fault: faultOf(answer.error) })
    }, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [text, first, kind, composing, turn])
  return { ...found, again: () => setTurn(turn + 1) }
}
