import { useRights } from '~/app/rights.ts'
import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { WhoCanSeeQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Avatar } from '~/ui/Avatar.tsx'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'
import { Loaded } from '../Loaded.tsx'
import type { AccessTo } from './Access.tsx'
import { Collaborators } from './Collaborators.tsx'
import { reasonText } from './reason.ts'
import { Transfer } from './Transfer.tsx'

const WhoCanSeeDocument = graphql(`
  query WhoCanSee($id: ID!) {
    whyCanISee(id: $id) { rule via sentence }
    whoCanSee(id: $id) { user { id name title } reasons { rule via sentence } }
    collaborators(id: $id) { id level cascade user { id name } }
  }
`)

export type Seen = WhoCanSeeQuery

// AccessSheet answers why the reader sees a record, who else does, and lets others in.
export function AccessSheet({ record, onClose }: { record: AccessTo; onClose: () => void }) {
  const read = useRead(WhoCanSeeDocument, { id: record.id })
  const { may } = useRights()
  const title = t('access.title', '谁能看到')
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <Loaded read={read} pick={(d) => d} heights={[44, 200]}>
            {(seen) => (
              <>
                <Why seen={seen} />
                <People seen={seen} />
                <Collaborators record={record} of={seen.collaborators} />
                {record.version !== undefined && may('transferOwnership') ? (
                  <Transfer record={{ id: record.id, version: record.version }} onDone={onClose} />
                ) : null}
              </>
            )}
          </Loaded>
        </div>
      </div>
    </Sheet>
  )
}

function Why({ seen }: { seen: Seen }) {
  return (
    <section className="stack">
      <h3>{t('access.why', '我为什么能看到')}</h3>
      <ul className="reasons">
        {seen.whyCanISee.map((r) => (
          <li key={`${r.rule} ${r.via}`}>{reasonText(r)}</li>
        ))}
      </ul>
    </section>
  )
}

function People({ seen }: { seen: Seen }) {
  return (
    <section className="stack">
      <h3>
        {t('access.people', '能看到的人')} <span className="muted num">{seen.whoCanSee.length}</span>
      </h3>
      <ul className="ways">
        {seen.whoCanSee.map(({ user, reasons }) => (
          <li key={user.id}>
            <Avatar name={user.name} />
            <div className="person-lines">
              <span>
                <b>{user.name}</b> <span className="muted small">{user.title}</span>
              </span>
              <span className="muted small">{reasons.map(reasonText).join(' · ')}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
