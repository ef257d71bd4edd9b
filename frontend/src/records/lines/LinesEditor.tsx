import { IconPlus, IconTrash } from '@tabler/icons-react'
import {
  type Control,
  Controller,
  type UseFormRegister,
  type UseFormSetValue,
  useFieldArray,
  useWatch,
} from 'react-hook-form'
import { t } from '~/i18n/t.ts'
import { AsyncPicker } from '~/ui/AsyncPicker.tsx'
import { Button } from '~/ui/Button.tsx'
import { grouped } from '~/ui/decimal.ts'
import { type ProductChoice, searchProducts } from '../search.ts'
import { emptyLine, lineAmount, sumOf, type TermsForm } from './terms.ts'

interface Props {
  control: Control<TermsForm>
  register: UseFormRegister<TermsForm>
  setValue: UseFormSetValue<TermsForm>
  optional?: boolean
}

type Cell = 'description' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'taxRate'

const cells = (): [Cell, string, boolean][] => [
  ['description', t('lines.description', '品名与规格'), false],
  ['quantity', t('lines.quantity', '数量'), true],
  ['unit', t('lines.unit', '单位'), false],
  ['unitPrice', t('lines.price', '单价'), true],
  ['discount', t('lines.discountPercent', '折扣 %'), true],
  ['taxRate', t('lines.taxPercent', '税率 %'), true],
]

// LinesEditor writes the positions of a draft. The amounts beside them are a preview; the server computes what counts.
export function LinesEditor({ control, register, setValue, optional }: Props) {
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' })
  const lines = useWatch({ control, name: 'lines' })

  function take(i: number, product: ProductChoice | null) {
    setValue(`lines.${i}.product`, product)
    if (!product) return
    setValue(`lines.${i}.description`, product.label)
    setValue(`lines.${i}.unit`, product.unit)
    setValue(`lines.${i}.unitPrice`, product.listPrice)
    setValue(`lines.${i}.taxRate`, product.taxRate)
  }

  return (
    <>
      <section className="table-scroll lines-editor" tabIndex={0} aria-label={t('lines.title', '明细')}>
        <table className="table" data-editing>
          <thead>
            <tr>
              <th scope="col">{t('kind.product', '产品')}</th>
              {cells().map(([name, label]) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col" className="right">
                {t('lines.amount', '金额')}
              </th>
              <th scope="col">
                <span className="hidden-visually">{t('action.remove', '删除')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, i) => (
              <tr key={field.id}>
                <td className="wide">
                  <label htmlFor={`${field.id}-p`} className="hidden-visually">
                    {t('kind.product', '产品')}
                  </label>
                  <Controller
                    control={control}
                    name={`lines.${i}.product`}
                    render={({ field: f }) => (
                      <AsyncPicker
                        inputId={`${field.id}-p`}
                        value={f.value}
                        search={searchProducts}
                        onChange={(p) => take(i, p as ProductChoice | null)}
                      />
                    )}
                  />
                </td>
                {cells().map(([name, label, numeric]) => (
                  <td key={name} className={name === 'description' ? 'wide' : undefined}>
                    <input
                      className={numeric ? 'input right' : 'input'}
                      inputMode={numeric ? 'decimal' : undefined}
                      aria-label={label}
                      {...register(`lines.${i}.${name}`)}
                    />
                  </td>
                ))}
                <td className="right amount">
                  {lines[i] ? grouped(lineAmount(lines[i])) : null}
                  {optional ? (
                    <label className="small muted">
                      <input type="checkbox" {...register(`lines.${i}.optional`)} /> {t('lines.optional', '可选')}
                    </label>
                  ) : null}
                </td>
                <td>
                  <Button
                    kind="quiet"
                    icon={<IconTrash size={16} />}
                    aria-label={t('lines.remove', '删除第 {n} 行', { n: i + 1 })}
                    onClick={() => remove(i)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="row">
        <Button icon={<IconPlus size={16} />} onClick={() => append(emptyLine())}>
          {t('lines.add', '添加一行')}
        </Button>
        <span className="push muted">
          {t('lines.preview', '明细合计（预览）')} <b className="num">{grouped(sumOf(lines))}</b>
        </span>
      </div>
    </>
  )
}
