// FakeSocket speaks graphql-transport-ws from the server's side, one socket after another.
export class FakeSocket {
  static all: FakeSocket[] = []
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readyState = 0
  protocol = 'graphql-transport-ws'
  onopen?: () => void
  onmessage?: (e: { data: string }) => void
  onclose?: (e: { code: number; reason: string; wasClean: boolean }) => void
  onerror?: () => void
  subscriptions: { id: string; variables: Record<string, unknown> }[] = []

  constructor() {
    FakeSocket.all.push(this)
    queueMicrotask(() => {
      this.readyState = 1
      this.onopen?.()
    })
  }

  send(text: string) {
    const message = JSON.parse(text)
    if (message.type === 'connection_init') this.say({ type: 'connection_ack' })
    if (message.type === 'subscribe')
      this.subscriptions.push({ id: message.id, variables: message.payload.variables ?? {} })
  }

  say(message: object) {
    queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(message) }))
  }

  next(payload: object) {
    this.say({ type: 'next', id: this.subscriptions.at(-1)?.id, payload })
  }

  // lose cuts the connection as a network does.
  lose() {
    this.readyState = 3
    this.onclose?.({ code: 1006, reason: '', wasClean: false })
  }

  close(code = 1000) {
    this.readyState = 3
    this.onclose?.({ code, reason: '', wasClean: true })
  }
}
