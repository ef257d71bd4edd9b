import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type Control, type UseFormRegister, useFieldArray, useWatch } from 'react-hook-form'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { emptyTerm, percentOf, type TermsForm, triggers } from './terms.ts'

// TermsEditor writes how it shall be paid; the instalments together are 100 %.
export function TermsEditor({
  control,
  register,
}: {
  control: Control<TermsForm>
  register: UseFormRegister<TermsForm>
}) {
  const { fields, append, remove } = useFieldArray({ control, name: 'paymentTerms' })
  const terms = useWatch({ control, name: 'paymentTerms' })
  const total = percentOf(terms)
  return (
    <>
      {fields.length ? (
        <section className="table-scroll" tabIndex={0} aria-label={t('terms.title', '付款条款')}>
          <table className="table" data-editing>
            <thead>
              <tr>
                <th scope="col">{t('terms.name', '名称')}</th>
                <th scope="col">{t('terms.trigger', '触发')}</th>
                <th scope="col">{t('terms.percent', '比例 %')}</th>
                <th scope="col">{t('terms.dueDays', '账期（天）')}</th>
                <th scope="col">{t('terms.plannedOn', '计划日期')}</th>
                <th scope="col">
                  <span className="hidden-visually">{t('action.remove', '删除')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field, i) => (
                <tr key={field.id}>
                  <td>
                    <input
                      className="input"
                      aria-label={t('terms.name', '名称')}
                      {...register(`paymentTerms.${i}.name`)}
                    />
                  </td>
                  <td>
                    <select
                      className="input"
                      aria-label={t('terms.trigger', '触发')}
                      {...register(`paymentTerms.${i}.trigger`)}
                    >
                      {triggers().map(([value, label]) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <input
                      className="input right"
                      inputMode="decimal"
                      aria-label={t('terms.percent', '比例 %')}
                      {...register(`paymentTerms.${i}.percent`)}
                    />
                  </td>
                  <td>
                    <input
                      className="input right"
                      inputMode="numeric"
                      aria-label={t('terms.dueDays', '账期（天）')}
                      {...register(`paymentTerms.${i}.dueDays`)}
                    />
                  </td>
                  <td>
                    <input
                      className="input"
                      type="date"
                      aria-label={t('terms.plannedOn', '计划日期')}
                      {...register(`paymentTerms.${i}.plannedOn`)}
                    />
                  </td>
                  <td>
                    <Button
                      kind="quiet"
                      icon={<IconTrash size={16} />}
                      aria-label={t('terms.remove', '删除第 {n} 期', { n: i + 1 })}
                      onClick={() => remove(i)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <p className="muted">{t('terms.default', '未填写时：验收后一次付清。')}</p>
      )}
      <div className="row">
        <Button icon={<IconPlus size={16} />} onClick={() => append(emptyTerm())}>
          {t('terms.add', '添加一期')}
        </Button>
        {fields.length ? (
          <span className={total === '100' ? 'push ok num' : 'push bad num'}>
            {t('terms.total', '合计 {total}%', { total })}
          </span>
        ) : null}
      </div>
    </>
  )
}
