import type { Theme } from '~/gql/graphql.ts'

// The theme that boot.js has set before the first paint, and its switch.
export const isDark = () => document.documentElement.dataset.theme === 'dark'

// chooseTheme shows the theme at once and keeps it on this device; SYSTEM follows the device.
export function chooseTheme(theme: Theme) {
  const dark = theme === 'SYSTEM' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'DARK'
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  if (theme === 'SYSTEM') localStorage.removeItem('ltc.theme')
  else localStorage.setItem('ltc.theme', dark ? 'dark' : 'light')
}
