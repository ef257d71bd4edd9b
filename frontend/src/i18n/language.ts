import { i18n } from '@lingui/core'
import { useSyncExternalStore } from 'react'

export type Language = 'zh-CN' | 'en'
export const languages: Record<Language, string> = { 'zh-CN': '简体中文', en: 'English' }

export const isLanguage = (s: unknown): s is Language => s === 'zh-CN' || s === 'en'

// chooseLanguage loads the catalogue and shows the whole app in it, now and next time on this device.
export async function chooseLanguage(language: Language, keep = true) {
  const messages = language === 'en' ? (await import('./en.ts')).messages : {}
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  if (keep) localStorage.setItem('ltc.language', language)
}

export const language = () => (isLanguage(i18n.locale) ? i18n.locale : 'zh-CN')

const subscribe = (told: () => void) => i18n.on('change', told)
export const useLanguage = () => useSyncExternalStore(subscribe, language)
