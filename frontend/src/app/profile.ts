import type { Language, Theme } from '~/gql/graphql.ts'
import { chooseLanguage, isLanguage, language } from '~/i18n/language.ts'
import { chooseTheme } from './theme.ts'

export interface Profile {
  id: string
  language: Language
  theme: Theme
}

const place = 'ltc.profile'
export const languageOf = (l: Language) => (l === 'EN' ? 'en' : 'zh-CN')

// applyProfile brings what was chosen elsewhere to this device: once for each change, so that a switch in the top bar
// stays as it was set here. What this device has chosen before its user's first visit stays too.
export function applyProfile({ id, language: l, theme }: Profile) {
  const now = `${id} ${l} ${theme}`
  const before = localStorage.getItem(place)
  if (before === now) return
  localStorage.setItem(place, now)
  if (before === null && isLanguage(localStorage.getItem('ltc.language'))) return
  show(l, theme)
}

// showProfile applies what has just been saved.
export function showProfile(p: Profile) {
  localStorage.setItem(place, `${p.id} ${p.language} ${p.theme}`)
  show(p.language, p.theme)
}

function show(l: Language, theme: Theme) {
  chooseTheme(theme)
  const wanted = languageOf(l)
  if (wanted !== language()) void chooseLanguage(wanted)
}
