import { useEffect, useRef, useState } from 'react'
import type { Fault } from '~/data/fault.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Copy } from '~/ui/Copy.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { QrCode } from '~/ui/QrCode.tsx'
import { Skeleton } from '~/ui/Skeleton.tsx'

const BeginSecondFactorDocument = graphql(`
  mutation BeginSecondFactor { beginSecondFactor { secret uri } }
`)
const ConfirmSecondFactorDocument = graphql(`
  mutation ConfirmSecondFactor($input: CodeInput!) { confirmSecondFactor(input: $input) { codes } }
`)

interface Props {
  onClose: () => void
  onCodes: (codes: readonly string[]) => void
}

interface Secret {
  secret: string
  uri: string
}

// BeginSecondFactor: scan, confirm with a code, keep the recovery codes. Until the code is right nothing has changed.
export function BeginSecondFactor({ onClose, onCodes }: Props) {
  const [begin] = useVerb(BeginSecondFactorDocument)
  const [confirm] = useVerb(ConfirmSecondFactorDocument)
  const [secret, setSecret] = useState<Secret>()
  const [fault, setFault] = useState<Fault>()
  const asked = useRef(false)

  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void begin({}).then(({ data, fault }) => {
      setSecret(data?.beginSecondFactor ?? undefined)
      setFault(fault)
    })
  })

  return (
    <VerbSheet
      title={t('me.factor.begin', '开启两步验证')}
      action={t('me.factor.confirm', '确认并开启')}
      intro={<Scan secret={secret} fault={fault} />}
      fields={[
        {
          kind: 'text',
          name: 'code',
          label: t('me.factor.code', '应用里显示的六位数字'),
          required: true,
          wide: true,
        },
      ]}
      onClose={onClose}
      submit={async (v) => {
        const answer = await confirm({ input: { code: v.must('code') } })
        if (answer.data?.confirmSecondFactor) onCodes(answer.data.confirmSecondFactor.codes)
        return answer.fault
      }}
    />
  )
}

function Scan({ secret, fault }: { secret?: Secret; fault?: Fault }) {
  if (fault) return <Notice tone="bad">{sentenceOf(fault)}</Notice>
  if (!secret) return <Skeleton heights={[200]} />
  return (
    <>
      <p className="small">{t('me.factor.scan', '用身份验证器应用扫描，或手工输入密钥。')}</p>
      <QrCode text={secret.uri} label={t('me.factor.qr', '给身份验证器的二维码')} />
      <Copy text={secret.secret} label={t('me.factor.secret', '密钥')} />
    </>
  )
}
