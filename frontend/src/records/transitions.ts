import { graphql } from '~/gql/gql.ts'

// Where a record may go next, asked with every record page.
export const TransitionFields = graphql(`
  fragment TransitionFields on Transition {
    to name { zh en } category verb label { zh en } open allowed reasonRequired who
    missing { rule message needs }
  }
`)
