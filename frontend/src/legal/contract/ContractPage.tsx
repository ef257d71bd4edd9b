import { Link, useParams } from '@tanstack/react-router'
import { useRights } from '~/app/rights.ts'
import { useRead } from '~/data/useRead.ts'
import type { ContractQuery } from '~/gql/graphql.ts'
import { graphql, unmask } from '~/gql/index.ts'
import { t } from '~/i18n/t.ts'
import { AccountLink } from '~/records/AccountLink.tsx'
import { Access } from '~/records/access/Access.tsx'
import { History } from '~/records/History.tsx'
import { JourneyChain } from '~/records/JourneyChain.tsx'
import { Loaded } from '~/records/Loaded.tsx'
import { LinesTable } from '~/records/lines/LinesTable.tsx'
import { TermsTable } from '~/records/lines/TermsTable.tsx'
import { Missing } from '~/records/Missing.tsx'
import { NextActions } from '~/records/NextActions.tsx'
import { StageTag } from '~/records/StageTag.tsx'
import { TransitionFields } from '~/records/transitions.ts'
import { ButtonLink } from '~/ui/Button.tsx'
import { RecordHeader } from '~/ui/RecordHeader.tsx'
import { ContractFacts } from './ContractFacts.tsx'
import { EditContract } from './EditContract.tsx'
import { PlanItems } from './PlanItems.tsx'
import { SignContract, SubmitContract } from './verbs.tsx'

const ContractDocument = graphql(`
  query Contract($id: ID!) {
    contract(id: $id) {
      id number version title stage stageName { zh en } stageCategory stageEnteredAt taxMode rounding currency
      account { id name } opportunity { id name contact { name } } quoteVersion { id number quote { id number } } owner { id name }
      journey { id } order { id number }
      effectiveFrom effectiveTo signedOn signedByUs signedByCustomer remark
      net { amount currency } tax { amount currency } gross { amount currency }
      invoiced { amount currency } paid { amount currency }
      lines { productId description unit quantity unitPrice discount taxRate net { amount currency } tax { amount currency } gross { amount currency } }
      paymentTerms { name trigger percent dueDays plannedOn }
      planItems { ...PlanItemRow }
      availableTransitions { ...TransitionFields }
    }
  }
`)

export type ContractRecord = NonNullable<ContractQuery['contract']>

export function ContractPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const read = useRead(ContractDocument, { id }, ['CONTRACT', 'PAYMENT_PLAN_ITEM', 'ORDER', 'INVOICE', 'ALLOCATION'])
  return (
    <div className="page">
      <Loaded read={read} pick={(d) => d.contract}>
        {(contract) => <Contract contract={contract} />}
      </Loaded>
    </div>
  )
}

function Contract({ contract: c }: { contract: ContractRecord }) {
  const ways = unmask(TransitionFields, c.availableTransitions)
  const { may } = useRights()
  const sheets = {
    submitContract: (close: () => void) => <SubmitContract contract={c} onClose={close} />,
    signContract: (close: () => void) => <SignContract contract={c} onClose={close} />,
  }
  return (
    <>
      <RecordHeader
        crumbs={[
          <Link key="c" to="/contracts">
            {t('kind.contract', '合同')}
          </Link>,
          c.number,
          <AccountLink key="a" account={c.account} />,
        ]}
        title={c.title}
        tag={<StageTag kind="CONTRACT" name={c.stageName} category={c.stageCategory} />}
      >
        <Access record={c} />
        {c.order ? (
          <ButtonLink to="/orders/$id" params={{ id: c.order.id }}>
            {t('contract.toOrder', '订单 {number}', { number: c.order.number })}
          </ButtonLink>
        ) : null}
        <NextActions record={c} ways={ways} sheets={sheets} />
      </RecordHeader>
      {c.journey ? <JourneyChain id={c.journey.id} /> : null}
      <div className="columns">
        <div>
          {c.stageCategory === 'DRAFT' && may('updateContract') ? (
            <EditContract key={`${c.id}.${c.version}`} contract={c} />
          ) : (
            <Promised contract={c} />
          )}
          {c.planItems.length ? <PlanItems items={c.planItems} /> : null}
          <section className="panel">
            <h2>{t('history.title', '动态')}</h2>
            <History filter={{ subject: c.id }} />
          </section>
        </div>
        <aside>
          <ContractFacts contract={c} />
          <Missing ways={ways} />
        </aside>
      </div>
    </>
  )
}

// Promised: what both sides have promised, no longer editable.
function Promised({ contract: c }: { contract: ContractRecord }) {
  return (
    <>
      <section className="panel">
        <h2>{t('lines.title', '明细')}</h2>
        <LinesTable lines={c.lines} totals={c} />
      </section>
      {c.planItems.length ? null : (
        <section className="panel">
          <h2>{t('terms.title', '付款条款')}</h2>
          <TermsTable terms={c.paymentTerms} />
        </section>
      )}
    </>
  )
}
