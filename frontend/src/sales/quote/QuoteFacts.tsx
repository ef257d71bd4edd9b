import type { QuotePageFragment, QuoteVersionPageFragment } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { UserChip } from '~/records/UserChip.tsx'
import { fullDate, instantOf } from '~/ui/time.ts'
import { taxModes } from './CreateQuote.tsx'

export function QuoteFacts({ quote, version }: { quote: QuotePageFragment; version: QuoteVersionPageFragment }) {
  return (
    <section className="panel">
      <h2>{t('quote.facts', '报价信息')}</h2>
      <Facts
        facts={[
          [t('field.validUntil', '有效期至'), fullDate(version.validUntil)],
          [t('quote.taxMode', '计税方式'), taxModes().find(([key]) => key === version.taxMode)?.[1]],
          [t('kind.contact', '联系人'), quote.contact?.name],
          [t('list.owner', '负责人'), <UserChip key="u" user={quote.owner} />],
          [t('quote.deliveryTerms', '交付条款'), version.deliveryTerms ?? null],
          [t('quote.warrantyTerms', '质保条款'), version.warrantyTerms ?? null],
          [t('field.remark', '备注'), version.remark ?? null],
          [t('quote.sentAt', '发送于'), version.sentAt ? instantOf(version.sentAt) : null],
          [t('quote.acceptedAt', '接受于'), version.acceptedAt ? instantOf(version.acceptedAt) : null],
          [t('quote.acceptedBy', '接受人'), version.acceptedBy ?? null],
          [t('quote.evidence', '凭据'), version.evidence ?? null],
        ]}
      />
    </section>
  )
}
