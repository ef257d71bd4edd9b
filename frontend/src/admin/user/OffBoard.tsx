import { useState } from 'react'
import type { Fault } from '~/data/fault.ts'
import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { RecordKind } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import type { Choice } from '~/ui/AsyncPicker.tsx'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'
import { toast } from '~/ui/toast.tsx'
import type { UserRecord } from './document.ts'
import { Successors } from './Successors.tsx'

const HoldingsDocument = graphql(`
  query Holdings($userId: ID!) { holdings(userId: $userId) { kind open closed } }
`)
const HandOverDocument = graphql(`
  mutation HandOver($input: HandOverInput!) { handOver(input: $input) { id version } }
`)
const DisableUserDocument = graphql(`
  mutation DisableUser($input: UserInput!) { disableUser(input: $input) { id version status } }
`)

export type Heirs = Partial<Record<RecordKind, Choice>>

// OffBoard moves what a user owns to others and ends the user (R31). It cannot end while something open is theirs.
export function OffBoard({ user: u, onClose }: { user: UserRecord; onClose: () => void }) {
  const read = useRead(HoldingsDocument, { userId: u.id })
  const [handOver, handing] = useVerb(HandOverDocument)
  const [disable, ending] = useVerb(DisableUserDocument)
  const [heirs, setHeirs] = useState<Heirs>({})
  const [fault, setFault] = useState<Fault>()
  const title = t('user.leave.title', '{name}离职交接', { name: u.name })
  const open = read.data?.holdings.filter((h) => h.open > 0) ?? []
  const ready = !!read.data && open.every((h) => heirs[h.kind])

  async function run() {
    setFault(undefined)
    let version = u.version
    if (open.length) {
      const to = open.flatMap(({ kind }) => (heirs[kind] ? [{ kind, userId: heirs[kind].id }] : []))
      const moved = await handOver({ input: { id: u.id, expectedVersion: version, to } })
      if (moved.fault) return setFault(moved.fault)
      version = moved.data.handOver?.version ?? version
    }
    const ended = await disable({ input: { id: u.id, expectedVersion: version } })
    if (ended.fault) return setFault(ended.fault)
    toast(t('user.left', '{name}已离职，名下记录已交接', { name: u.name }))
    onClose()
  }

  return (
    <Sheet title={title} wide onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          {fault ? <Notice tone="bad">{sentenceOf(fault)}</Notice> : null}
          <Loaded read={read} pick={(d) => d.holdings} heights={[44, 120]}>
            {(holdings) => <Successors holdings={holdings} leaver={u.id} heirs={heirs} onChange={setHeirs} />}
          </Loaded>
          <Notice>
            {t('user.leave.effect', '之后{name}不能再登录，令牌和登录全部结束。已关闭和已过账的单据仍记在他名下。', {
              name: u.name,
            })}
          </Notice>
        </div>
        <footer>
          <Button onClick={onClose}>{t('action.cancel', '取消')}</Button>
          <Button kind="danger" disabled={!ready} busy={handing || ending} onClick={() => void run()}>
            {t('user.leave.action', '交接并停用')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
