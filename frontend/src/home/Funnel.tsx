import { Link } from '@tanstack/react-router'
import { type FragmentType, graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { PartialTag } from '~/records/PartialTag.tsx'
import { Money } from '~/ui/Money.tsx'
import { nameOf } from '~/ui/name.ts'

const FunnelFields = graphql(`
  fragment Funnel on PipelineSummary {
    partial
    stages { stage { key name { zh en } category } count amount { amount currency } }
  }
`)

// Funnel: opportunities by stage, as bars on one scale.
export function Funnel({ summary }: { summary: FragmentType<typeof FunnelFields> }) {
  const { stages, partial } = unmask(FunnelFields, summary)
  const most = Math.max(1, ...stages.map((s) => s.count))
  return (
    <section className="panel" data-stage="opportunity">
      <header>
        <h2>{t('home.funnel', '漏斗')}</h2>
        <PartialTag of={{ partial }} />
        <span className="push" />
        <Link to="/opportunities">{t('home.toBoard', '看板')}</Link>
      </header>
      <div className="stack">
        {stages.map(({ stage, count, amount }) => (
          <div key={stage.key}>
            <div className="row small">
              {nameOf(stage.name)} <span className="num muted">{count}</span>
              <span className="push">
                <Money of={amount} />
              </span>
            </div>
            <div className="meter">
              <b style={{ width: `${(100 * count) / most}%` }} />
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
