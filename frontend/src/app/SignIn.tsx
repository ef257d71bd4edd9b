import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { signIn } from './session.ts'
import { LanguageSwitch } from './shell/LanguageSwitch.tsx'

const inside = (next: string | undefined) =>
  next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/login') ? next : '/'

function why(refusal: string): string {
  if (refusal === 'refused') return t('signin.failed', '邮箱或密码不对，请再试一次。')
  if (refusal === 'throttled') return t('signin.throttled', '尝试次数过多，请稍后再试。')
  return t('signin.unreachable', '连不上服务器，请检查网络。')
}

export function SignIn() {
  const { next } = useSearch({ from: '/login' })
  const [refusal, setRefusal] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function onSubmit(e: FormEvent<HTMLFormElement>) {
    e.preventDefault()
    const form = new FormData(e.currentTarget)
    setBusy(true)
    const refused = await signIn(String(form.get('email')).trim(), String(form.get('password')))
    if (!refused) return location.assign(inside(next))
    setBusy(false)
    setRefusal(refused)
  }

  return (
    <main className="signin">
      <form onSubmit={onSubmit}>
        <div className="row">
          <span className="brand">
            <i aria-hidden="true" />
            <span>LTC</span>
          </span>
          <span className="push" />
          <LanguageSwitch />
        </div>
        <div>
          <h1>{t('signin.title', '登录')}</h1>
          <p className="muted small">{t('signin.claim', '从线索到回款，一条链，六个部门')}</p>
        </div>
        {refusal ? <Notice tone="bad">{why(refusal)}</Notice> : null}
        <div className="field">
          <label htmlFor="email">{t('signin.email', '邮箱')}</label>
          <input id="email" name="email" type="email" className="input" autoComplete="username" required />
        </div>
        <div className="field">
          <label htmlFor="password">{t('signin.password', '密码')}</label>
          <input
            id="password"
            name="password"
            type="password"
            className="input"
            autoComplete="current-password"
            required
          />
        </div>
        <Button type="submit" kind="primary" busy={busy}>
          {t('signin.action', '登录')}
        </Button>
      </form>
    </main>
  )
}
