import type { TransitionFieldsFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { nameOf } from '~/ui/name.ts'
import { whyNot } from './transitions.ts'

// Missing answers "why can I not go on?" before it is asked.
export function Missing({ ways }: { ways: readonly TransitionFieldsFragment[] }) {
  const closed = ways.filter((w) => whyNot(w))
  if (!closed.length) return null
  return (
    <section className="panel">
      <h2>{t('missing.title', '还差什么')}</h2>
      <dl className="facts">
        {closed.map((w) => (
          <div key={`${w.to}-${w.verb}`}>
            <dt>{nameOf(w.label)}</dt>
            <dd>{whyNot(w)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
