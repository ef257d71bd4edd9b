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

type Cell = 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'taxRate'

const cells = (): [Cell, string][] => [
  ['quantity', t('lines.quantity', '数量')],
  ['unit', t('lines.unit', '单位')],
  ['unitPrice', t('lines.price', '单价')],
  ['discount', t('lines.discountPercent', '折扣 %')],
  ['taxRate', t('lines.taxPercent', '税率 %')],
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
              <th scope="col">{t('lines.what', '产品与规格')}</th>
              {cells().map(([name, label]) => (
                <th key={name} scope="col" data-cell={name}>
                  {label}
                </th>
              ))}
              <th scope="col" data-cell="amount">
                {t('lines.amount', '金额')}
              </th>
              <th scope="col" data-cell="remove">
                <span className="hidden-visually">{t('action.remove', '删除')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, i) => (
              <tr key={field.id}>
                <td data-cell="what">
                  <div className="what">
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
                    <input
                      className="input"
                      aria-label={t('lines.description', '品名与规格')}
                      placeholder={t('lines.description', '品名与规格')}
                      {...register(`lines.${i}.description`)}
                    />
                  </div>
                </td>
                {cells().map(([name, label]) => (
                  <td key={name} data-cell={name} data-label={label}>
                    <input
                      className={name === 'unit' ? 'input' : 'input right'}
                      inputMode={name === 'unit' ? undefined : 'decimal'}
                      aria-label={label}
                      {...register(`lines.${i}.${name}`)}
                    />
                  </td>
                ))}
                <td data-cell="amount">
                  {lines[i] ? grouped(lineAmount(lines[i])) : null}
                  {optional ? (
                    <label className="small muted">
                      <input type="checkbox" {...register(`lines.${i}.optional`)} /> {t('lines.optional', '可选')}
                    </label>
                  ) : null}
                </td>
                <td data-cell="remove">
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
