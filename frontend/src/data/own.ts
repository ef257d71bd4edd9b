const kept = 200
const keys = new Set<string>()

// mine remembers the name of a request, so that its echo in the log is known as our own.
export function mine(key: string) {
  keys.add(key)
  if (keys.size > kept) keys.delete(keys.values().next().value as string)
}

export const isMine = (clientMutationId: string) => keys.has(clientMutationId)
