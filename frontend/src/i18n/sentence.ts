import type { Fault } from '~/data/fault.ts'
import { language } from './language.ts'
import { t } from './t.ts'

// One catalogue for app, mail and PDF: ltc/fault/rules.json. It comes after the first page and is there before the
// first refusal.
type Catalogue = Record<string, Record<string, string>>
let rules: Catalogue = {}

export async function loadRules() {
  rules = (await import('../../../ltc/fault/rules.json')).default as Catalogue
}

// sentenceOfRule makes the rule's sentence in the reader's language; undefined where the catalogue does not know it.
export function sentenceOfRule(rule: string, params: Record<string, unknown> = {}): string | undefined {
  return rules[rule]?.[language()]?.replace(/\{(\w+)\}/g, (whole, name) =>
    name in params ? String(params[name]) : whole,
  )
}

// sentenceOf says a refusal: by its rule, else by its code; and who may do what the reader may not.
export function sentenceOf(fault: Fault): string {
  const sentence = sentenceOfRule(fault.rule, fault.params) ?? sentenceOfCode(fault)
  const who = fault.help.nearest as { name: string } | undefined
  return who ? `${sentence} ${t('fault.nearest', '可以找{name}办理。', { name: who.name })}` : sentence
}

function sentenceOfCode({ code, message }: Fault): string {
  switch (code) {
    case 'OFFLINE':
      return t('fault.offline', '连不上服务器，请检查网络后重试。')
    case 'UNAUTHENTICATED':
      return t('fault.unauthenticated', '登录已失效，请重新登录。')
    case 'FORBIDDEN':
      return t('fault.forbidden', '您的部门不能执行这一步。')
    case 'NOT_FOUND':
      return t('fault.notFound', '没有这条记录，或者您无权查看。')
    case 'STALE_VERSION':
      return t('fault.stale', '其他人刚刚改过这条记录，请核对后重试。')
    case 'THROTTLED':
      return t('fault.throttled', '请求太频繁，请稍等片刻再试。')
    case 'IDEMPOTENCY_KEY_REUSED':
      return t('fault.reused', '同一请求已用别的内容提交过，请刷新后再试。')
    case 'STORAGE_FULL':
      return t('fault.full', '服务器存储空间已满，暂时不能保存。')
    case 'UNAVAILABLE':
      return t('fault.unavailable', '服务暂时不可用，请稍后重试。')
    case 'INTERNAL':
      return t('fault.internal', '服务器出错了，我们已记录。请重试；若仍不行，请联系管理员。')
    default:
      return message
  }
}
