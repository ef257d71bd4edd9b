import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Fault } from '~/data/fault.ts'
import { t } from '~/i18n/t.ts'
import { zones } from '~/records/zones.ts'
import { Button } from '~/ui/Button.tsx'
import { Door, DoorField, NewPassword, problemAt, sayOf, textOf, twice } from './Door.tsx'
import { DoorSelect } from './DoorSelect.tsx'
import { post, signInOptions } from './post.ts'
import { Steps } from './Steps.tsx'

const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'SGD', 'TWD', 'KRW', 'AUD']
const calendars = (): [string, string][] => [
  ['cn', t('calendar.china', '中国法定节假日与调休')],
  ['standard', t('calendar.standard', '周一至周五')],
]

type Company = Record<'company' | 'currency' | 'timeZone' | 'calendar', string>
const here = Intl.DateTimeFormat().resolvedOptions().timeZone
const inCompany = ['company', 'currency', 'timeZone', 'calendar']

// Setup is the first page of all: it makes the company and its first administrator, and closes for good.
export function Setup() {
  const go = useNavigate()
  const [company, setCompany] = useState<Company>()
  const [done, setDone] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [coded, setCoded] = useState(false)

  useEffect(() => {
    void signInOptions().then(({ data }) => {
      if (data?.founded) void go({ to: '/login' })
      setCoded(!!data?.setupCode)
    })
  }, [go])

  async function submit(form: FormData) {
    if (done) return location.assign('/')
    const text = (name: string) => textOf(form, name)
    if (!company)
      return setCompany({
        company: text('company'),
        currency: text('currency'),
        timeZone: text('timeZone'),
        calendar: text('calendar'),
      })
    const chosen = twice(form)
    setProblem(chosen.problem)
    if (chosen.problem !== undefined) return
    setBusy(true)
    const you = { name: text('name'), email: text('email'), password: chosen.password, code: text('code') || undefined }
    const answer = await post('/setup', { ...company, ...you })
    setBusy(false)
    setFault(answer.fault)
    if (!answer.fault) setDone(true)
    else if (answer.fault.fields.some((f) => inCompany.includes(f.path))) setCompany(undefined)
  }

  const step = done ? 2 : company ? 1 : 0
  const refusal = problem ?? sayOf(fault, [...inCompany, 'name', 'email', 'password', 'code'])
  return (
    <Door
      title={[t('setup.company', '您的公司'), t('setup.you', '您自己'), t('setup.done', '准备好了')][step] ?? ''}
      note={<Steps at={step} />}
      refusal={refusal}
      onSubmit={submit}
    >
      {step === 0 ? (
        <>
          <DoorField
            name="company"
            label={t('setup.companyName', '公司名称')}
            autoComplete="organization"
            error={problemAt(fault, 'company')}
          />
          <DoorSelect name="currency" label={t('setup.currency', '本位币')} options={currencies.map((c) => [c, c])} />
          <DoorSelect
            name="timeZone"
            label={t('field.timeZone', '时区')}
            value={here}
            options={zones().map((z) => [z, z])}
          />
          <DoorSelect name="calendar" label={t('setup.calendar', '工作日历')} options={calendars()} />
        </>
      ) : null}
      {step === 1 ? (
        <>
          <DoorField name="name" label={t('setup.name', '姓名')} autoComplete="name" error={problemAt(fault, 'name')} />
          <DoorField
            name="email"
            type="email"
            label={t('signin.email', '邮箱')}
            autoComplete="username"
            error={problemAt(fault, 'email')}
          />
          <NewPassword error={problemAt(fault, 'password')} />
          {coded ? (
            <DoorField
              name="code"
              label={t('setup.code', '初始化码')}
              hint={t('setup.code.hint', '服务器启动时打印在日志里')}
              autoComplete="off"
              error={problemAt(fault, 'code')}
            />
          ) : null}
        </>
      ) : null}
      {step === 2 ? (
        <p>{t('setup.ready', '公司已建好，您是它的管理员。接下来可以邀请同事、录入产品和第一条线索。')}</p>
      ) : null}
      <Button type="submit" kind="primary" busy={busy}>
        {[t('setup.next', '下一步'), t('setup.make', '建立公司'), t('setup.enter', '进入')][step]}
      </Button>
    </Door>
  )
}
