import { IconLanguage } from '@tabler/icons-react'
import { chooseLanguage, language } from '~/i18n/language.ts'
import { Button } from '~/ui/Button.tsx'

// LanguageSwitch names the other language in that language.
export function LanguageSwitch() {
  const other = language() === 'en' ? 'zh-CN' : 'en'
  const label = other === 'en' ? 'English' : '中文'
  return (
    <Button
      kind="quiet"
      icon={<IconLanguage size={18} aria-hidden="true" />}
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      {label}
    </Button>
  )
}
