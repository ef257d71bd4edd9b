import { runVerb } from '~/data/useVerb.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { toast } from '~/ui/toast.tsx'
import { ActivateUserDocument, ResetUserDocument, SuspendUserDocument, type UserRecord } from './document.ts'
import type { Invited } from './InvitationLink.tsx'

// useUserVerbs are the verbs that ask nothing more: they act, and say what came of it.
export function useUserVerbs(u: UserRecord, onLink: (link: Invited) => void) {
  const input = { id: u.id, expectedVersion: u.version }
  async function suspend() {
    const { fault } = await runVerb(SuspendUserDocument, { input })
    if (fault) return toast(sentenceOf(fault), { tone: 'bad' })
    toast(t('user.suspended.done', '{name}已暂停，登录全部结束', { name: u.name }))
  }
  async function activate() {
    const { fault } = await runVerb(ActivateUserDocument, { input })
    if (fault) return toast(sentenceOf(fault), { tone: 'bad' })
    toast(t('user.activated.done', '{name}可以登录了', { name: u.name }))
  }
  async function reset() {
    const { data, fault } = await runVerb(ResetUserDocument, { input })
    if (fault) return toast(sentenceOf(fault), { tone: 'bad' })
    if (data.resetUser?.link) onLink(data.resetUser)
    else toast(t('user.mailed', '邀请已发到{name}的邮箱', { name: u.name }))
  }
  return { suspend: () => void suspend(), activate: () => void activate(), reset: () => void reset() }
}
