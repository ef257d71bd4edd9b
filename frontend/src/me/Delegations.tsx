import { useState } from 'react'
import { useSession } from '~/app/session.ts'
import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { DelegationsQuery } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { searchUsers } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { Button } from '~/ui/Button.tsx'
import { fullDate, today } from '~/ui/time.ts'
import { toast } from '~/ui/toast.tsx'

const DelegationsDocument = graphql(`
  query Delegations { delegations { id startsOn endsOn user { id name } delegate { id name } } }
`)
const DelegateDocument = graphql(`
  mutation Delegate($input: DelegateInput!) { delegate(input: $input) { id startsOn endsOn } }
`)
const EndDelegationDocument = graphql(`
  mutation EndDelegation($input: EndDelegationInput!) { endDelegation(input: $input) { id endsOn } }
`)

type Row = DelegationsQuery['delegations'][number]

const days = (d: Row) => t('delegation.days', '{from} 至 {to}', { from: fullDate(d.startsOn), to: fullDate(d.endsOn) })

// Delegations: who stands in for the reader, and for whom the reader does.
export function Delegations() {
  const { viewer } = useSession()
  const read = useRead(DelegationsDocument, {}, ['USER'])
  const [delegate] = useVerb(DelegateDocument)
  const [end, busy] = useVerb(EndDelegationDocument)
  const [making, setMaking] = useState(false)

  async function stop(id: string) {
    const { fault } = await end({ input: { id } })
    if (fault) toast(sentenceOf(fault), { tone: 'bad' })
  }

  return (
    <section className="panel">
      <header>
        <h2>{t('delegation.title', '代理')}</h2>
        <span className="push" />
        <Button onClick={() => setMaking(true)}>{t('delegation.create', '请人代理')}</Button>
      </header>
      <Loaded read={read} pick={(d) => d.delegations} heights={[44]}>
        {(all) => {
          const forMe = all.filter((d) => d.user?.id === viewer.id)
          const byMe = all.filter((d) => d.delegate?.id === viewer.id)
          if (!forMe.length && !byMe.length)
            return (
              <p className="muted small">
                {t('delegation.none', '休假时可以请同事代理：他在这段时间里看到并处理您的记录。')}
              </p>
            )
          return (
            <ul className="ways">
              {forMe.map((d) => (
                <li key={d.id} className="wrap">
                  <div className="person-lines">
                    <span className="strong">
                      {t('delegation.forMe', '{name}代理我', { name: d.delegate?.name ?? '' })}
                    </span>
                    <span className="muted small">{days(d)}</span>
                  </div>
                  <span className="push" />
                  <Button busy={busy} onClick={() => void stop(d.id)}>
                    {t('me.session.end', '结束')}
                  </Button>
                </li>
              ))}
              {byMe.map((d) => (
                <li key={d.id}>
                  <div className="person-lines">
                    <span className="strong">{t('delegation.byMe', '我代理{name}', { name: d.user?.name ?? '' })}</span>
                    <span className="muted small">{days(d)}</span>
                  </div>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
      {making ? (
        <VerbSheet
          title={t('delegation.create', '请人代理')}
          action={t('delegation.create', '请人代理')}
          fields={[
            {
              kind: 'pick',
              name: 'delegate',
              label: t('delegation.who', '谁来代理'),
              search: searchUsers,
              required: true,
              wide: true,
            },
            { kind: 'date', name: 'startsOn', label: t('delegation.from', '从'), value: today(), required: true },
            { kind: 'date', name: 'endsOn', label: t('delegation.to', '到'), value: today(7), required: true },
          ]}
          onClose={() => setMaking(false)}
          submit={async (v) => {
            const input = { delegateId: v.id('delegate') ?? '', startsOn: v.text('startsOn'), endsOn: v.must('endsOn') }
            return (await delegate({ input })).fault
          }}
        />
      ) : null}
    </section>
  )
}
