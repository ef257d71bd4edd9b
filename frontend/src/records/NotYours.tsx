import { useQuery } from 'urql'
import { graphql } from '~/gql/gql.ts'
import { t } from '~/i18n/t.ts'
import { ButtonLink } from '~/ui/Button.tsx'
import { comma } from '~/ui/name.ts'

const AdministratorsDocument = graphql(`
  query Administrators {
    users(filter: { status: [ACTIVE] }, first: 200) { edges { node { id name admin } } }
  }
`)

// NotYours: a record that is not there looks like one that is hidden. It says who can open it, if it is there.
export function NotYours({ place }: { place?: string }) {
  const [{ data }] = useQuery({ query: AdministratorsDocument, requestPolicy: 'cache-first' })
  const names = data?.users.edges.filter(({ node }) => node.admin).map(({ node }) => node.name) ?? []
  const who = names.slice(0, 3).join(comma())
  return (
    <div className="state">
      <h1>
        {place
          ? t('state.closed', '您的角色看不到“{place}”', { place })
          : t('state.notFound', '找不到这条记录，或者它不归您看')}
      </h1>
      {place ? null : (
        <p>{t('state.notFound.why', '它可能已被删除。如果您应当看到它：记录的负责人可以把您加为协作者。')}</p>
      )}
      <p>
        {who
          ? t('state.grantBy', '管理员（{who}）可以调整您的角色。', { who })
          : t('state.grant', '管理员可以调整您的角色。')}
      </p>
      <ButtonLink to="/">{t('page.home', '回到工作台')}</ButtonLink>
    </div>
  )
}
