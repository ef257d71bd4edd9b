import { Link } from '@tanstack/react-router'
import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { moneyFact } from '~/ui/Money.tsx'
import { fullDate } from '~/ui/time.ts'
import type { ContractRecord } from './ContractPage.tsx'

export function ContractFacts({ contract: c }: { contract: ContractRecord }) {
  return (
    <section className="panel">
      <h2>{t('contract.facts', '合同信息')}</h2>
      <Facts
        facts={[
          [t('lines.gross', '价税合计'), moneyFact(c.gross, { full: true })],
          [t('contract.invoiced', '已开票'), moneyFact(c.invoiced, { full: true })],
          [t('contract.paid', '已回款'), moneyFact(c.paid, { full: true })],
          [t('list.owner', '负责人'), <UserChip key="u" user={c.owner} />],
          [
            t('kind.opportunity', '商机'),
            c.opportunity ? (
              <Link key="o" to="/opportunities/$id" params={{ id: c.opportunity.id }}>
                {c.opportunity.name}
              </Link>
            ) : null,
          ],
          [
            t('kind.quote', '报价'),
            c.quoteVersion?.quote ? (
              <Link
                key="q"
                to="/quotes/$id"
                params={{ id: c.quoteVersion.quote.id }}
              >{`${c.quoteVersion.quote.number} v${c.quoteVersion.number}`}</Link>
            ) : null,
          ],
          [t('contract.signedOn', '签署日'), c.signedOn ? fullDate(c.signedOn) : undefined],
          [t('contract.signedByUs', '我方签署人'), c.signedByUs ?? null],
          [t('contract.signedByCustomer', '客户签署人'), c.signedByCustomer ?? null],
          [t('contract.effectiveFrom', '生效日'), c.effectiveFrom ? fullDate(c.effectiveFrom) : undefined],
          [t('contract.effectiveTo', '到期日'), c.effectiveTo ? fullDate(c.effectiveTo) : null],
          [t('field.remark', '备注'), c.remark ?? null],
        ]}
      />
    </section>
  )
}
