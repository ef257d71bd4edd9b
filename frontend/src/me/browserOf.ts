import { t } from '~/i18n/t.ts'

// The first that fits counts: every browser also claims to be some others.
const browsers: [RegExp, string][] = [
  [/wxwork/i, 'WeCom'],
  [/MicroMessenger/i, 'WeChat'],
  [/DingTalk/i, 'DingTalk'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
const named = (known: [RegExp, string][], text: string) => known.find(([shape]) => shape.test(text))?.[1]

// browserOf says in two words what a browser calls itself in twenty.
export function browserOf(userAgent: string): string {
  const words = [named(browsers, userAgent), named(systems, userAgent)].filter(Boolean)
  if (words.length) return words.join(' · ')
  return userAgent.slice(0, 40) || t('me.session.unknown', '未知设备')
}
