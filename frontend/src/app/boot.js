// Before the first paint: the theme and the language that were chosen on this device.
;(() => {
  const root = document.documentElement
  let theme = null
  let language = null
  try {
    theme = localStorage.getItem('ltc.theme')
    language = localStorage.getItem('ltc.language')
  } catch {
    // storage can be forbidden; then the system decides
  }
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = dark ? 'dark' : 'light'
  root.lang =
    language || (navigator.language.startsWith('zh') ? 'zh-CN' : navigator.language.startsWith('en') ? 'en' : 'zh-CN')
})()
