import { graphql } from '~/gql/gql.ts'
import type { UserQuery } from '~/gql/graphql.ts'

export const UserDocument = graphql(`
  query User($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on User {
        version name email phone title status language timeZone secondFactor admin
        department { id name function } manager { id name } roles { id name { zh en } description { zh en } }
      }
    }
  }
`)

export type UserRecord = Extract<NonNullable<UserQuery['node']>, { __typename: 'User' }>

export const userOf = (data: UserQuery): UserRecord | undefined =>
  data.node?.__typename === 'User' ? (data.node as UserRecord) : undefined

// The verbs of one user; each answers what the page shows of them.
export const SuspendUserDocument = graphql(`
  mutation SuspendUser($input: UserInput!) { suspendUser(input: $input) { id version status } }
`)
export const ActivateUserDocument = graphql(`
  mutation ActivateUser($input: UserInput!) { activateUser(input: $input) { id version status } }
`)
export const ResetUserDocument = graphql(`
  mutation ResetUser($input: UserInput!) { resetUser(input: $input) { user { id name version } mailed link } }
`)
export const UpdateUserDocument = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) { updateUser(input: $input) { id version name } }
`)
export const AssignRolesDocument = graphql(`
  mutation AssignRoles($input: AssignRolesInput!) { assignRoles(input: $input) { id version roles { id } } }
`)
