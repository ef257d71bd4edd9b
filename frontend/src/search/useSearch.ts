import { useEffect, useRef, useState } from 'react'
import { client } from '~/data/client.ts'
import { type Fault, faultOf } from '~/data/fault.ts'
import type { RecordKind } from '~/gql/graphql.ts'
import { type Hit, SearchDocument } from './found.ts'

const pause = 180 // milliseconds after the last key
const longest = 100 // characters, as the server takes them

export interface Found {
  text: string // what is looked for: what was typed, trimmed and cut
  hits: Hit[]
  of: string // what these are found by: an older text until the answer is there
  fresh: boolean // they are what is looked for
  looking: boolean // the answer is awaited
  fault: Fault | undefined
  again: () => void
}

const nothing = { asked: '', hits: [] as Hit[], of: '', fault: undefined as Fault | undefined }

// useSearch asks for what is typed, when its writer pauses; never for what an input method is still composing. What
// was there from the beginning nobody typed: it is asked for at once.
export function useSearch(typed: string, first: number, kind?: RecordKind, composing = false): Found {
  const [{ asked, ...found }, setFound] = useState(nothing)
  const [turn, setTurn] = useState(0)
  const text = [...typed.trim()].slice(0, longest).join('')
  const wanted = text && `${turn} ${kind ?? ''} ${text}`
  const before = useRef(text)
  useEffect(() => {
    if (composing) return
    const wait = text === before.current ? 0 : pause
    before.current = text
    if (!text) return setFound(nothing)
    let current = true
    const timer = setTimeout(async () => {
      const variables = { text, first, kinds: kind ? [kind] : undefined }
      const answer = await client.query(SearchDocument, variables, { requestPolicy: 'network-only' }).toPromise()
      if (current) setFound({ asked: wanted, hits: answer.data?.search ?? [], of: text, fault: faultOf(answer.error) })
    }, wait)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [wanted, text, first, kind, composing])
  const fresh = asked === wanted
  return { ...found, text, fresh, looking: !fresh && !!text && !composing, again: () => setTurn(turn + 1) }
}
