import { type Exchange, makeOperation, mapExchange, type Operation, type OperationResult } from '@urql/core'
import type { DocumentNode } from 'graphql'

// The ids of the app's own operations, by their names: the server was built with their texts, and takes the id for it.
// Only a built page has them (build/documents.ts): in development the texts themselves are sent.
const ids = new Map<string, string>()

// trusted is the operation's text, whose id is remembered.
export function trusted(text: string, id: string): string {
  ids.set(/^\w+ (\w+)/.exec(text)?.[1] ?? '', id)
  return text
}

const nameOf = (document: DocumentNode) => {
  const operation = document.definitions.find((d) => d.kind === 'OperationDefinition')
  return operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined
}

// byId sends the ids; what comes back is the answer of the operation as it was.
export function byId(): Exchange {
  const whole = new WeakMap<object, Operation['query']>()
  const bare = new Map<string, Operation['query']>()
  function shortened(operation: Operation): Operation {
    const documentId = ids.get(nameOf(operation.query as DocumentNode) ?? '')
    if (!documentId || operation.kind === 'teardown') return operation
    const query =
      bare.get(documentId) ?? ({ kind: 'Document', definitions: [], documentId } as unknown as Operation['query'])
    bare.set(documentId, query)
    whole.set(query, operation.query)
    return { ...makeOperation(operation.kind, operation), query }
  }
  function restored(result: OperationResult): OperationResult {
    const query = whole.get(result.operation.query)
    return query ? { ...result, operation: { ...result.operation, query } } : result
  }
  return mapExchange({ onOperation: shortened, onResult: restored })
}
