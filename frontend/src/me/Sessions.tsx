import { useRead } from '~/data/useRead.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Loaded } from '~/records/Loaded.tsx'
import { Button } from '~/ui/Button.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { ago, instantOf } from '~/ui/time.ts'
import { toast } from '~/ui/toast.tsx'
import { browserOf } from './browserOf.ts'

const SessionsDocument = graphql(`
  query Sessions { sessions { id createdAt lastSeenAt expiresAt address userAgent current } }
`)
const EndSessionDocument = graphql(`
  mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { id current } }
`)

// Sessions: the browsers in which one is signed in. A strange one is ended here.
export function Sessions() {
  const read = useRead(SessionsDocument, {}, [])
  const [end, busy] = useVerb(EndSessionDocument)
  async function stop(id: string) {
    const { fault } = await end({ input: { id } })
    if (fault) toast(sentenceOf(fault), { tone: 'bad' })
  }
  return (
    <section className="panel">
      <h2>{t('me.sessions', '已登录的设备')}</h2>
      <Loaded read={read} pick={(d) => d.sessions} heights={[44, 44]}>
        {(sessions) => (
          <ul className="ways">
            {sessions.map((s) => (
              <li key={s.id} className="wrap">
                <div className="person-lines">
                  <span className="strong" title={s.userAgent}>
                    {browserOf(s.userAgent)}
                  </span>
                  <span className="muted small" title={instantOf(s.createdAt)}>
                    {[s.address, t('me.session.seen', '最近使用 {when}', { when: ago(s.lastSeenAt) })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </div>
                <span className="push" />
                {s.current ? (
                  <Tag tone="ok">{t('me.session.current', '当前')}</Tag>
                ) : (
                  <Button busy={busy} onClick={() => void stop(s.id)}>
                    {t('me.session.end', '结束')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
