import { graphql } from '~/gql/gql.ts'

export const JourneyFields = graphql(`
  fragment JourneyPage on Journey {
    id number status phase openedAt cashCompleteAt endedAt
    account { id name } owner { id name }
    value { amount currency }
    clock { elapsedSeconds businessSeconds waitingSeconds handOvers workdaySeconds }
    lead { id number name company }
    opportunities { id number name }
    quotes { id number latest { number } }
    contracts { id number }
    orders { id number }
    shipments { id number order { id } }
    acceptances { id number order { id } }
    invoices { id number draftNumber gross { amount currency } outstanding { amount currency } }
    allocations { id amount { amount currency } payment { id number } }
    creditNotes { id number invoice { id } }
    steps { ...JourneyStepRow }
    waiting {
      kind number title since businessSeconds lateAfterSeconds department ownerName stageName { zh en }
      record { id ... on Shipment { order { id } } ... on PaymentPlanItem { contract { id } } }
      transitions { to label { zh en } verb open allowed reasonRequired category }
    }
  }
`)

export const StepFields = graphql(`
  fragment JourneyStepRow on JourneyStep {
    kind subjectId number stage stageName { zh en } category department actorName enteredAt workedAt leftAt
    startSeconds waitingSeconds businessSeconds lateAfterSeconds reason amount { amount currency }
  }
`)

export const JourneyDocument = graphql(`
  query Journey($id: ID!) { journey(id: $id) { id ...JourneyPage } }
`)

export const OpportunityJourneyDocument = graphql(`
  query OpportunityJourney($id: ID!) { opportunity(id: $id) { id journey { id ...JourneyPage } } }
`)
