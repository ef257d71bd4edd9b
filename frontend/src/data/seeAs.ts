// An administrator may look through another's eyes. Only this tab does, and only until it is closed.
const place = 'ltc.seeAs'

export const seenAs = (): string | undefined => sessionStorage.getItem(place) ?? undefined

// seeAs loads the page anew: nothing of the other's data stays behind in the cache.
export function seeAs(userId: string) {
  sessionStorage.setItem(place, userId)
  location.assign('/')
}

export function endSeeAs(to = '/admin/users') {
  sessionStorage.removeItem(place)
  location.assign(to)
}
