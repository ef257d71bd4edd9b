import { graphql } from '~/gql/gql.ts'
import type { QuoteQuery } from '~/gql/graphql.ts'

// Quote pages are reached by the quote's id and, from the list of what waits, by that of one of its versions.
export const QuoteDocument = graphql(`
  query Quote($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Quote { ...QuotePage }
      ... on QuoteVersion { quote { id ...QuotePage } }
    }
  }
`)

export const QuotePageFields = graphql(`
  fragment QuotePage on Quote {
    id number version
    opportunity { id name number contact { id name } }
    account { id name billingAddress phone taxNumber }
    contact { id name title phone }
    owner { id name }
    journey { id }
    versions { ...QuoteVersionPage }
  }
`)

export const QuoteVersionFields = graphql(`
  fragment QuoteVersionPage on QuoteVersion {
    id number version stage stageName { zh en } stageCategory validUntil taxMode rounding currency
    list { amount currency } discountTotal { amount currency } headerDiscount { amount currency }
    net { amount currency } tax { amount currency } gross { amount currency words }
    taxes { taxRate net { amount currency } tax { amount currency } }
    lines {
      id position product { id name } description unit quantity unitPrice discount taxRate optional
      net { amount currency } tax { amount currency } gross { amount currency }
    }
    paymentTerms { name trigger percent dueDays plannedOn }
    deliveryTerms warrantyTerms remark sentAt acceptedAt acceptedBy evidence
    contract { id number }
    availableTransitions { ...TransitionFields }
  }
`)

export function quoteOf(data: QuoteQuery) {
  if (data.node?.__typename === 'Quote') return data.node
  if (data.node?.__typename === 'QuoteVersion') return data.node.quote
  return undefined
}
