import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { ProductKind } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { VerbSheet } from '~/records/VerbSheet.tsx'
import { productKinds } from './words.ts'

const CreateProductDocument = graphql(`
  mutation CreateProduct($input: CreateProductInput!) { createProduct(input: $input) { id sku } }
`)

export function CreateProduct({ onClose }: { onClose: () => void }) {
  const [create] = useVerb(CreateProductDocument)
  return (
    <VerbSheet
      title={t('product.create', '新建产品')}
      action={t('action.save', '保存')}
      fields={[
        { kind: 'text', name: 'sku', label: t('product.sku', '编码'), required: true },
        { kind: 'text', name: 'name', label: t('product.name', '产品名称'), required: true },
        {
          kind: 'select',
          name: 'kind',
          label: t('product.kind', '类别'),
          value: 'GOODS',
          options: productKinds().map(([value, label]) => ({ value, label })),
        },
        { kind: 'text', name: 'unit', label: t('lines.unit', '单位'), value: t('product.piece', '台') },
        { kind: 'quantity', name: 'listPrice', label: t('product.listPrice', '目录价'), required: true },
        { kind: 'percent', name: 'taxRate', label: t('lines.taxPercent', '税率 %'), value: '13' },
        { kind: 'text', name: 'taxCode', label: t('product.taxCode', '税收分类编码'), wide: true },
      ]}
      onClose={onClose}
      submit={async (v) =>
        (
          await create({
            input: {
              sku: v.must('sku'),
              name: v.must('name'),
              kind: v.one<ProductKind>('kind'),
              unit: v.text('unit'),
              listPrice: v.decimal('listPrice') ?? '0',
              taxRate: v.decimal('taxRate'),
              taxCode: v.text('taxCode'),
            },
          })
        ).fault
      }
    />
  )
}
