import { useRead } from '~/data/useRead.ts'
import { graphql } from '~/gql/gql.ts'
import type { ApiLimitsQuery } from '~/gql/graphql.ts'
import { language } from '~/i18n/language.ts'
import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { Button } from '~/ui/Button.tsx'

const ApiLimitsDocument = graphql(`
  query ApiLimits {
    apiLimits {
      capacity available restoreRate mostCost mostPage mostDepth mostAliases mostRoots mostMutations
      mostTokens mostDocumentBytes mostBodyBytes mostVariables mostSeconds mostSockets
    }
  }
`)

type Figures = ApiLimitsQuery['apiLimits']

const whole = (n: number) => new Intl.NumberFormat(language()).format(n)
const kib = (bytes: number) => `${whole(Math.round(bytes / 1024))} KiB`

// Limits: how much may be asked of the API, and how much of it is left to the reader now.
export function Limits() {
  const read = useRead(ApiLimitsDocument, {}, [])
  return (
    <section className="panel">
      <header>
        <h2>{t('limits.title', '接口用量与限制')}</h2>
        <span className="push" />
        <Button kind="quiet" busy={read.refreshing} onClick={read.again}>
          {t('action.refresh', '刷新')}
        </Button>
      </header>
      <Loaded read={read} pick={(d) => d.apiLimits} heights={[64, 120]}>
        {(limits) => (
          <>
            <Left limits={limits} />
            <Facts facts={published(limits)} />
            <p className="muted small">
              {t('limits.docs', '每个人和每个令牌各算各的；每次回答的 extensions.cost 里有这次的用量。')}{' '}
              <a href="/docs/api.md" target="_blank" rel="noreferrer">
                {t('limits.docs.link', '接口文档')}
              </a>
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}

function Left({ limits: l }: { limits: Figures }) {
  const available = whole(l.available)
  const capacity = whole(l.capacity)
  return (
    <div className="stack">
      <meter
        min={0}
        max={l.capacity}
        low={l.capacity * 0.2}
        high={l.capacity * 0.5}
        optimum={l.capacity}
        value={l.available}
        aria-label={t('limits.left', '剩余额度')}
      >
        {available} / {capacity}
      </meter>
      <span className="small num">
        {t('limits.left.text', '剩余 {available} / {capacity}，每秒恢复 {rate}', {
          available,
          capacity,
          rate: whole(l.restoreRate),
        })}
      </span>
    </div>
  )
}

const published = (l: Figures): [string, string][] => [
  [t('limits.cost', '一次请求的用量'), whole(l.mostCost)],
  [t('limits.page', '一页的行数'), whole(l.mostPage)],
  [t('limits.depth', '嵌套层数'), whole(l.mostDepth)],
  [t('limits.roots', '顶层字段数'), whole(l.mostRoots)],
  [t('limits.mutations', '一次的更改数'), whole(l.mostMutations)],
  [t('limits.aliases', '别名数'), whole(l.mostAliases)],
  [t('limits.tokens', '查询的词数'), whole(l.mostTokens)],
  [t('limits.document', '查询的大小'), kib(l.mostDocumentBytes)],
  [t('limits.body', '请求的大小'), kib(l.mostBodyBytes)],
  [t('limits.variables', '变量里的值'), whole(l.mostVariables)],
  [t('limits.seconds', '一次请求的时间'), t('limits.seconds.n', '{n} 秒', { n: whole(l.mostSeconds) })],
  [t('limits.sockets', '同时的长连接'), whole(l.mostSockets)],
]
