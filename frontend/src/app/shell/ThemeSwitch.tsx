import { IconMoon, IconSun } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { chooseTheme, isDark } from '../theme.ts'

export function ThemeSwitch() {
  const [dark, setDark] = useState(isDark)
  return (
    <Button
      kind="quiet"
      icon={dark ? <IconSun size={18} /> : <IconMoon size={18} />}
      aria-label={dark ? t('theme.light', '浅色主题') : t('theme.dark', '深色主题')}
      onClick={() => {
        chooseTheme(dark ? 'LIGHT' : 'DARK')
        setDark(!dark)
      }}
    />
  )
}
