import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Fault } from '~/data/fault.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Button, ButtonLink } from '~/ui/Button.tsx'
import { Skeleton } from '~/ui/Skeleton.tsx'
import { Door, NewPassword, problemAt, sayOf, twice } from './Door.tsx'
import { post } from './post.ts'

type Guest = {
  name: string
  email: string
  company: string
}

// Invitation is where a link leads: whose it is, and the password that they choose. The link opens once.
export function Invitation() {
  const { secret } = useParams({ strict: false }) as { secret: string }
  const [guest, setGuest] = useState<Guest>()
  const [closed, setClosed] = useState<Fault>()
  const [fault, setFault] = useState<Fault>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    void post<Guest>('/invitation/look', { secret }).then(({ data, fault }) => {
      setGuest(data)
      setClosed(fault)
    })
  }, [secret])

  async function submit(form: FormData) {
    const chosen = twice(form)
    setProblem(chosen.problem)
    if (chosen.problem !== undefined) return
    setBusy(true)
    const answer = await post('/invitation', { secret, password: chosen.password })
    setBusy(false)
    if (!answer.fault) return location.assign('/')
    setFault(answer.fault)
  }

  if (closed)
    return (
      <Door title={t('invitation.closed', '这个链接打不开了')} refusal={sentenceOf(closed)} onSubmit={() => undefined}>
        <ButtonLink to="/login">{t('invitation.toSignIn', '去登录')}</ButtonLink>
      </Door>
    )
  if (!guest) return <Skeleton heights={[320]} />
  return (
    <Door
      title={t('invitation.title', '{name}，欢迎加入{company}', guest)}
      note={t('invitation.note', '给 {email} 设一个密码，之后就用它登录。', guest)}
      refusal={problem ?? sayOf(fault, ['password'])}
      onSubmit={submit}
    >
      <input type="hidden" name="email" value={guest.email} autoComplete="username" readOnly />
      <NewPassword error={problemAt(fault, 'password')} />
      <Button type="submit" kind="primary" busy={busy}>
        {t('invitation.action', '设好密码并进入')}
      </Button>
    </Door>
  )
}
