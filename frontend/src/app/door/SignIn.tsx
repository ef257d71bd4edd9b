import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Fault } from '~/data/fault.ts'
import { sentenceOf, sentenceOfRule } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Door, DoorField, textOf } from './Door.tsx'
import { type Options, post, signInOptions } from './post.ts'

const inside = (next: string | undefined) =>
  next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/login') ? next : '/'

function why(fault: Fault): string {
  if (fault.rule === 'signin.code_wrong') return t('signin.codeWrong', '验证码不对或已用过，请输入新的。')
  if (fault.code === 'UNAUTHENTICATED') return t('signin.failed', '邮箱或密码不对，请再试一次。')
  if (fault.code === 'THROTTLED') return t('signin.throttled', '尝试次数过多，请稍后再试。')
  if (fault.code === 'OFFLINE') return t('signin.unreachable', '连不上服务器，请检查网络。')
  return sentenceOf(fault)
}

// SignIn: e-mail and password, then a code where the user has a second factor; or the company's own sign-in.
export function SignIn() {
  const { next, problem } = useSearch({ strict: false }) as { next?: string; problem?: string }
  const go = useNavigate()
  const [options, setOptions] = useState<Options>()
  const [first, setFirst] = useState<{ email: string; password: string }>()
  const [refusal, setRefusal] = useState(() =>
    problem ? (sentenceOfRule(problem) ?? t('signin.problem', '登录没有成功，请再试一次。')) : undefined,
  )
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    void signInOptions().then(({ data }) => {
      if (data && !data.founded) void go({ to: '/setup' })
      else setOptions(data)
    })
  }, [go])

  async function submit(form: FormData) {
    const who = first ?? { email: textOf(form, 'email'), password: String(form.get('password')) }
    setBusy(true)
    const { fault } = await post('/signin', first ? { ...who, code: textOf(form, 'code') } : who)
    if (!fault) return location.assign(inside(next))
    setBusy(false)
    if (fault.rule === 'signin.code_needed' || (first && fault.rule === 'signin.code_wrong')) setFirst(who)
    else setFirst(undefined)
    setRefusal(fault.rule === 'signin.code_needed' ? undefined : why(fault))
  }

  return (
    <Door
      title={t('signin.title', '登录')}
      note={t('signin.claim', '从线索到回款，一条链，六个部门')}
      refusal={refusal}
      onSubmit={submit}
    >
      {first ? (
        <DoorField
          key="code"
          name="code"
          label={t('signin.code', '验证码')}
          hint={t('signin.code.hint', '身份验证器里的六位数字，或一个恢复码')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
        />
      ) : (
        <>
          <DoorField name="email" type="email" label={t('signin.email', '邮箱')} autoComplete="username" />
          <DoorField
            name="password"
            type="password"
            label={t('signin.password', '密码')}
            autoComplete="current-password"
          />
        </>
      )}
      <Button type="submit" kind="primary" busy={busy}>
        {t('signin.action', '登录')}
      </Button>
      {first ? (
        <Button
          kind="quiet"
          onClick={() => {
            setFirst(undefined)
            setRefusal(undefined)
          }}
        >
          {t('signin.other', '换一个账号')}
        </Button>
      ) : null}
      {options?.oidc && !first ? (
        <a className="button" href={`/signin/oidc?next=${encodeURIComponent(inside(next))}`}>
          {t('signin.oidc', '用{name}登录', { name: options.oidc.name })}
        </a>
      ) : null}
    </Door>
  )
}
