import { useState } from 'react'
import type { Fault } from '~/data/fault.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { AsyncPicker, type Choice } from '~/ui/AsyncPicker.tsx'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { toast } from '~/ui/toast.tsx'
import { searchUsers } from '../search.ts'

const TransferOwnershipDocument = graphql(`
  mutation TransferOwnership($input: TransferOwnershipInput!) {
    transferOwnership(input: $input) { id done reason }
  }
`)

interface Props {
  record: { id: string; version: number }
  onDone: () => void
}

// Transfer gives the record to another owner; what belongs to it may go along (R31).
export function Transfer({ record, onDone }: Props) {
  const [transfer, busy] = useVerb(TransferOwnershipDocument)
  const [who, setWho] = useState<Choice | null>(null)
  const [withChildren, setWithChildren] = useState(true)
  const [fault, setFault] = useState<Fault>()
  const [refused, setRefused] = useState<string>()

  async function submit() {
    if (!who) return
    const records = [{ id: record.id, expectedVersion: record.version }]
    const { data, fault } = await transfer({ input: { records, ownerId: who.id, withChildren } })
    setFault(fault)
    const kept = data?.transferOwnership?.find((r) => r.id === record.id && !r.done)
    setRefused(kept ? (kept.reason ?? '') : undefined)
    if (fault || kept) return
    toast(t('transfer.done', '已转交给{name}', { name: who.label }))
    onDone()
  }

  return (
    <section className="stack">
      <h3>{t('transfer.title', '转交负责人')}</h3>
      {fault ? <Notice tone="bad">{sentenceOf(fault)}</Notice> : null}
      {refused === undefined ? null : (
        <Notice tone="bad">{t('transfer.refused', '没有转交：{reason}', { reason: refused })}</Notice>
      )}
      <div className="fields">
        <div className="field">
          <label htmlFor="transfer-who">{t('transfer.to', '新负责人')}</label>
          <AsyncPicker inputId="transfer-who" value={who} search={searchUsers} onChange={setWho} />
        </div>
        <label className="check">
          <input type="checkbox" checked={withChildren} onChange={(e) => setWithChildren(e.target.checked)} />{' '}
          {t('transfer.children', '名下未结的单据一起转')}
        </label>
        <Button busy={busy} disabled={!who} onClick={() => void submit()}>
          {t('transfer.action', '转交')}
        </Button>
      </div>
    </section>
  )
}
