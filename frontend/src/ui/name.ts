import { language } from '~/i18n/language.ts'

// comma stands between the parts of a list.
export const comma = () => (language() === 'en' ? ', ' : '、')

// nameOf picks the reader's language from a name that the server keeps in both.
export const nameOf = (text: { zh: string; en: string }) =>
  (language() === 'en' ? text.en : text.zh) || text.zh || text.en
