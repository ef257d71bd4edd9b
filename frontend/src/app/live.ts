import { createRequest } from '@urql/core'
import { hear } from '~/data/changes.ts'
import { client } from '~/data/client.ts'
import { faultOf } from '~/data/fault.ts'
import { onSocket } from '~/data/socket.ts'
import { graphql } from '~/gql/gql.ts'
import { connected, disconnected } from './connection.ts'

// One subscription drives the whole app: each event writes its record into the cache, and the pages that list
// such records ask again. Events are read one by one here; a hook's state would skip some under load.
const ChangedDocument = graphql(`
  subscription Changed($after: Cursor) {
    changed(after: $after) {
      cursor kind subjectKind subjectId clientMutationId
      subject {
        id
        ... on Staged { version stage stageName { zh en } stageCategory stageEnteredAt }
        ... on Opportunity { name nextStep nextStepDue expectedClose amount { amount currency } }
        ... on Lead { name company nextStep nextStepDue }
      }
    }
  }
`)

const longestPause = 15_000 // milliseconds

// follow keeps the subscription until told to stop: after a loss it resumes behind the last event that was seen.
export function follow(): () => void {
  let after: string | undefined
  let failures = 0
  let stopped = false
  let retry: ReturnType<typeof setTimeout>
  let running: { unsubscribe(): void } | undefined

  function again() {
    running?.unsubscribe()
    disconnected()
    failures++
    clearTimeout(retry)
    retry = setTimeout(start, Math.min(longestPause, 300 * 2 ** failures) * (0.5 + Math.random() / 2))
  }

  function start() {
    if (stopped) return
    let over = false
    running = client.executeSubscription(createRequest(ChangedDocument, { after })).subscribe((result) => {
      if (over || stopped) return
      const refusal = faultOf(result.error)
      if (refusal?.code === 'CURSOR_EXPIRED') {
        after = undefined
        hear('all')
      }
      const change = result.data?.changed
      if (change) {
        after = change.cursor
        failures = 0
        connected()
        hear([change.subjectKind])
      }
      if (refusal || !result.hasNext) {
        over = true
        queueMicrotask(again)
      }
    })
  }

  const socket = onSocket((open) => {
    if (!open) return
    if (failures > 0 && !after) hear('all') // nothing was seen yet, so there is no cursor to resume from
    failures = 0
    connected()
  })
  start()
  return () => {
    stopped = true
    clearTimeout(retry)
    running?.unsubscribe()
    socket()
  }
}
