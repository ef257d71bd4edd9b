const mostTries = 6
const longestPause = 10_000 // milliseconds between two tries
const longest = 30_000 // milliseconds after which waiting ends: a person would rather know

let waiting = 0
const listeners = new Set<(busy: boolean) => void>()
const givenUp = new Set<(status: number) => void>()

// onBusy tells when the server asked to wait, and when nobody waits any more.
export function onBusy(listener: (busy: boolean) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

// onGivenUp tells of a question that was asked again and again in vain. A verb says so itself, where it was called.
export function onGivenUp(listener: (status: number) => void) {
  givenUp.add(listener)
  return () => {
    givenUp.delete(listener)
  }
}

function count(step: 1 | -1) {
  waiting += step
  if (waiting === (step === 1 ? 1 : 0)) for (const listener of listeners) listener(waiting > 0)
}

// pauseOf is how long the server asks to wait, in milliseconds; undefined where it does not ask to come back.
function pauseOf(answer: Response): number | undefined {
  if (answer.status !== 429 && answer.status !== 503) return undefined
  const seconds = Number(answer.headers.get('Retry-After'))
  return seconds > 0 ? Math.min(seconds * 1000, longestPause) : undefined
}

const sleep = (ms: number, signal?: AbortSignal | null) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })

// waitingOut asks again where the server is busy or has been asked too much: after the time that it names, and a little
// more, so that not all who wait come back at once. A verb is safe to send again: it bears its key.
export function waitingOut(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const begun = Date.now()
    for (let tries = 1; ; tries++) {
      const answer = await send(input, init)
      const pause = pauseOf(answer)
      if (pause === undefined) return answer
      if (tries >= mostTries || Date.now() - begun + pause > longest) {
        if (!new Headers(init?.headers).has('Idempotency-Key')) for (const listener of givenUp) listener(answer.status)
        return answer
      }
      count(1)
      try {
        await sleep(pause * (1 + Math.random() / 4), init?.signal)
      } finally {
        count(-1)
      }
    }
  }
}
