import { graphql } from '~/gql/gql.ts'
import type { InvoiceQuery } from '~/gql/graphql.ts'

export const InvoiceDocument = graphql(`
  query Invoice($id: ID!) {
    invoice(id: $id) {
      id number draftNumber version kind stage stageName { zh en } stageCategory paymentStatus overdueDays
      issuedOn dueOn dueDays title taxNumber address bank remark taxMode currency
      account { id name } contract { id number title } order { id number } owner { id name } journey { id }
      net { amount currency } tax { amount currency } gross { amount currency words }
      paid { amount currency } credited { amount currency } outstanding { amount currency }
      taxes { taxRate net { amount currency } tax { amount currency } }
      lines { id position description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }
      allocations { id amount { amount currency } allocatedOn reversed reverses { id } payment { id number receivedOn } }
      creditNotes { id number reason issuedOn gross { amount currency } stageName { zh en } stageCategory }
      availableTransitions { ...TransitionFields }
    }
  }
`)

export type InvoiceRecord = NonNullable<InvoiceQuery['invoice']>
