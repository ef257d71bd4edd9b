import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/font.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/shell.css'
import './styles/record.css'
import './styles/print.css'
import { App } from './app/App.tsx'
import { chooseLanguage, isLanguage } from './i18n/language.ts'
import { loadRules } from './i18n/sentence.ts'

const asked = document.documentElement.lang // boot.js has chosen
await chooseLanguage(isLanguage(asked) ? asked : 'zh-CN', false)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
void loadRules()
