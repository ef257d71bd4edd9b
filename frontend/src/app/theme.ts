// The theme that boot.js has set before the first paint, and its switch.
export const isDark = () => document.documentElement.dataset.theme === 'dark'

export function chooseTheme(dark: boolean) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  localStorage.setItem('ltc.theme', dark ? 'dark' : 'light')
}
