import { t } from '~/i18n/t.ts'

// Steps says how far the first run has come.
export function Steps({ at }: { at: number }) {
  const names = [t('setup.company', '您的公司'), t('setup.you', '您自己'), t('setup.done', '准备好了')]
  return <>{t('setup.step', '第 {n} 步，共 {all} 步：{name}', { n: at + 1, all: names.length, name: names[at] })}</>
}
