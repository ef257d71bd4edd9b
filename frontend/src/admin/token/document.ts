import { graphql } from '~/gql/gql.ts'
import type { CompanyTokensQuery } from '~/gql/graphql.ts'

export const CompanyTokensDocument = graphql(`
  query CompanyTokens($filter: TokenFilter, $first: Int, $after: String) {
    companyTokens(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom user { id name } } }
    }
  }
`)

export type CompanyToken = CompanyTokensQuery['companyTokens']['edges'][number]['node']
