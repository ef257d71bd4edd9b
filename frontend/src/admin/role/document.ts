import { graphql } from '~/gql/gql.ts'
import type { RightsCatalogueQuery, RoleQuery } from '~/gql/graphql.ts'

export const RolesDocument = graphql(`
  query Roles {
    roles { id key name { zh en } description { zh en } builtin administrator auditor manages userCount }
  }
`)

export const RoleDocument = graphql(`
  query Role($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Role {
        version key name { zh en } description { zh en } builtin administrator auditor manages userCount
        grants { kind scope where { field values } verbs { verb limit { amount currency } } }
        fields { kind field sight writable }
      }
    }
  }
`)

export const RightsCatalogueDocument = graphql(`
  query RightsCatalogue { rightsCatalogue { kind granted verbs fields columns } }
`)

export const CreateRoleDocument = graphql(`
  mutation CreateRole($input: CreateRoleInput!) { createRole(input: $input) { id } }
`)
export const UpdateRoleDocument = graphql(`
  mutation UpdateRole($input: UpdateRoleInput!) { updateRole(input: $input) { id version } }
`)

export type RoleRecord = Extract<NonNullable<RoleQuery['node']>, { __typename: 'Role' }>
export type KindRights = RightsCatalogueQuery['rightsCatalogue'][number]

export const roleOf = (data: RoleQuery): RoleRecord | undefined =>
  data.node?.__typename === 'Role' ? (data.node as RoleRecord) : undefined
