import { useNavigate } from '@tanstack/react-router'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { TaxMode } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { searchContacts, searchProducts } from '~/records/search.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { today } from '~/ui/time.ts'

const CreateQuoteDocument = graphql(`
  mutation CreateQuote($input: CreateQuoteInput!) { createQuote(input: $input) { id quote { id } } }
`)

interface Props {
  opportunity: {
    id: string
    account?: { id: string } | null
    contact?: { id: string; name: string } | null
    product?: { id: string; name: string } | null
  }
  onClose: () => void
}

// CreateQuote opens the draft with its first position; the rest is written on the quote's page.
export function CreateQuote({ opportunity: o, onClose }: Props) {
  const [create] = useVerb(CreateQuoteDocument)
  const go = useNavigate()
  return (
    <VerbSheet
      title={t('quote.create', '新建报价')}
      action={t('quote.create.action', '开始报价')}
      onClose={onClose}
      fields={[
        {
          kind: 'pick',
          name: 'product',
          label: t('quote.firstProduct', '第一项产品'),
          wide: true,
          search: searchProducts,
          value: o.product ? { id: o.product.id, label: o.product.name } : null,
          hint: t('quote.firstProduct.hint', '价格与税率取自产品，之后可改'),
        },
        { kind: 'quantity', name: 'quantity', label: t('lines.quantity', '数量'), value: '1' },
        { kind: 'date', name: 'validUntil', label: t('field.validUntil', '有效期至'), value: today(30) },
        {
          kind: 'select',
          name: 'taxMode',
          label: t('quote.taxMode', '计税方式'),
          required: true,
          value: 'EXCLUSIVE',
          options: taxModes().map(([value, label]) => ({ value, label })),
        },
        {
          kind: 'pick',
          name: 'contact',
          label: t('kind.contact', '联系人'),
          search: searchContacts(o.account?.id),
          value: o.contact ? { id: o.contact.id, label: o.contact.name } : null,
        },
      ]}
      submit={async (v) => {
        const productId = v.id('product')
        const { data, fault } = await create({
          input: {
            opportunityId: o.id,
            contactId: v.id('contact'),
            validUntil: v.text('validUntil'),
            taxMode: v.one<TaxMode>('taxMode'),
            lines: productId ? [{ productId, quantity: v.decimal('quantity') ?? '1' }] : undefined,
          },
        })
        if (data?.createQuote)
          void go({ to: '/quotes/$id', params: { id: data.createQuote.quote?.id ?? data.createQuote.id } })
        return fault
      }}
    />
  )
}

export const taxModes = (): [TaxMode, string][] => [
  ['EXCLUSIVE', t('tax.exclusive', '单价不含税')],
  ['INCLUSIVE', t('tax.inclusive', '单价含税')],
]
