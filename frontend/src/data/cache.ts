import { cacheExchange } from '@urql/exchange-graphcache'

// Types that are part of the record that holds them: they have no id. A test walks the schema, so that none is missed.
export const parts = [
  'Board',
  'BoardColumn',
  'Change',
  'ChangeConnection',
  'ChangeEdge',
  'ContractLine',
  'FieldChange',
  'JourneyClock',
  'JourneyStep',
  'Missing',
  'Money',
  'PageInfo',
  'PaymentTerm',
  'PipelineSummary',
  'ProcessTransition',
  'ReceivablesSummary',
  'Stage',
  'StageChange',
  'StageChangeConnection',
  'StageChangeEdge',
  'StageCount',
  'TaxTotal',
  'Text',
  'Transition',
  'Waiting',
  ...[
    'Account',
    'Contact',
    'Contract',
    'Invoice',
    'Journey',
    'Lead',
    'Opportunity',
    'Order',
    'Payment',
    'PaymentPlanItem',
    'Product',
    'Quote',
    'Shipment',
    'User',
  ].flatMap((kind) => [`${kind}Connection`, `${kind}Edge`]),
]

const staged = [
  'Acceptance',
  'Account',
  'Contract',
  'CreditNote',
  'Invoice',
  'Lead',
  'Opportunity',
  'Order',
  'Payment',
  'PaymentPlanItem',
  'QuoteVersion',
  'Shipment',
]

// Which records stand behind the two interfaces; the same test keeps it true.
export const possibleTypes = {
  Staged: staged,
  Node: [
    ...staged,
    'AcceptanceLine',
    'Allocation',
    'Contact',
    'Department',
    'InvoiceLine',
    'Journey',
    'LegalEntity',
    'OrderLine',
    'Process',
    'Product',
    'Quote',
    'QuoteLine',
    'ShipmentLine',
    'User',
  ],
}

// normalisedCache keeps each record once: an event about it updates every view of it.
export const normalisedCache = () =>
  cacheExchange({ keys: Object.fromEntries(parts.map((name) => [name, () => null])), possibleTypes })
