import { useState } from 'react'
import { useSession } from '~/app/session.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Button } from '~/ui/Button.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { toast } from '~/ui/toast.tsx'
import { BeginSecondFactor } from './BeginSecondFactor.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

const ChangePasswordDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { id version } }
`)
const EndSecondFactorDocument = graphql(`
  mutation EndSecondFactor($input: CodeInput!) { endSecondFactor(input: $input) { id version secondFactor } }
`)

// Security: the password and the second factor.
export function Security() {
  const { viewer } = useSession()
  const [open, setOpen] = useState<'password' | 'begin' | 'end'>()
  const [codes, setCodes] = useState<readonly string[]>()
  const close = () => setOpen(undefined)
  return (
    <section className="panel">
      <h2>{t('me.security', '登录安全')}</h2>
      <ul className="ways">
        <li>
          <span>{t('me.password', '密码')}</span>
          <span className="push" />
          <Button onClick={() => setOpen('password')}>{t('me.password.change', '修改密码')}</Button>
        </li>
        <li>
          <span>{t('me.factor', '两步验证')}</span>
          {viewer.secondFactor ? (
            <Tag tone="ok">{t('me.factor.on', '已开启')}</Tag>
          ) : (
            <Tag>{t('me.factor.off', '未开启')}</Tag>
          )}
          <span className="push" />
          {viewer.secondFactor ? (
            <Button kind="danger" onClick={() => setOpen('end')}>
              {t('me.factor.end', '关闭两步验证')}
            </Button>
          ) : (
            <Button onClick={() => setOpen('begin')}>{t('me.factor.begin', '开启两步验证')}</Button>
          )}
        </li>
      </ul>
      {open === 'password' ? <ChangePassword onClose={close} /> : null}
      {open === 'begin' ? <BeginSecondFactor onClose={close} onCodes={setCodes} /> : null}
      {codes ? <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} /> : null}
      {open === 'end' ? <EndSecondFactor onClose={close} /> : null}
    </section>
  )
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const [change] = useVerb(ChangePasswordDocument)
  return (
    <VerbSheet
      title={t('me.password.change', '修改密码')}
      action={t('me.password.change', '修改密码')}
      intro={<p className="small muted">{t('me.password.effect', '其他设备上的登录会全部结束。')}</p>}
      fields={[
        { kind: 'password', name: 'current', label: t('me.password.current', '当前密码'), required: true, wide: true },
        {
          kind: 'password',
          name: 'new',
          label: t('me.password.new', '新密码'),
          required: true,
          wide: true,
          hint: t('password.hint', '至少 {n} 个字符，越长越好', { n: 8 }),
        },
      ]}
      onClose={onClose}
      submit={async (v) => {
        const { fault } = await change({ input: { current: v.secret('current'), new: v.secret('new') } })
        if (!fault) toast(t('me.password.changed', '密码已修改'))
        return fault
      }}
    />
  )
}

function EndSecondFactor({ onClose }: { onClose: () => void }) {
  const [end] = useVerb(EndSecondFactorDocument)
  return (
    <VerbSheet
      title={t('me.factor.end', '关闭两步验证')}
      action={t('me.factor.end', '关闭两步验证')}
      danger
      fields={[
        {
          kind: 'text',
          name: 'code',
          label: t('signin.code', '验证码'),
          hint: t('signin.code.hint', '身份验证器里的六位数字，或一个恢复码'),
          required: true,
          wide: true,
        },
      ]}
      onClose={onClose}
      submit={async (v) => (await end({ input: { code: v.must('code') } })).fault}
    />
  )
}
