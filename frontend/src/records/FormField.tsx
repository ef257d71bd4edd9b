import { useId } from 'react'
import { type Control, Controller, type FieldError, type UseFormRegister } from 'react-hook-form'
import { t } from '~/i18n/t.ts'
import { AsyncPicker, type Choice } from '~/ui/AsyncPicker.tsx'
import { isDecimal } from '~/ui/decimal.ts'
import type { FieldSpec, Raw } from './form.ts'

const inputs: Partial<
  Record<FieldSpec['kind'], { type: string; inputMode?: 'decimal' | 'numeric' | 'email' | 'tel' }>
> = {
  email: { type: 'email', inputMode: 'email' },
  tel: { type: 'tel', inputMode: 'tel' },
  date: { type: 'date' },
  password: { type: 'password' },
  money: { type: 'text', inputMode: 'decimal' },
  quantity: { type: 'text', inputMode: 'decimal' },
  percent: { type: 'text', inputMode: 'decimal' },
  whole: { type: 'text', inputMode: 'numeric' },
}

// rulesOf is what the browser can tell before the server is asked; the server decides.
export function rulesOf(spec: FieldSpec) {
  const missing = t('form.required', '请填写{label}', { label: spec.label })
  const numeric = ['money', 'quantity', 'percent'].includes(spec.kind)
  return {
    validate: (value: Raw[string] | undefined) => {
      const text = typeof value === 'string' ? value.trim() : value
      if (spec.required && !text) return missing
      if (numeric && text && !isDecimal(String(text).replaceAll(',', '')))
        return t('form.decimal', '请填写数字，例如 1234.50')
      if (spec.kind === 'whole' && text && !/^\d+$/.test(String(text))) return t('form.whole', '请填写整数')
      return true
    },
  }
}

interface Props {
  spec: FieldSpec
  register: UseFormRegister<Raw>
  control: Control<Raw>
  error?: FieldError
}

// FormField: label, control, and what is wrong with it, tied together for eyes and ears.
export function FormField({ spec, register, control, error }: Props) {
  const id = useId()
  const described = [spec.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const shared = {
    id,
    className: 'input',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
  } as const
  const rules = rulesOf(spec)
  return (
    <div className="field" data-wide={spec.wide || spec.kind === 'paragraph' || undefined}>
      {spec.kind === 'check' ? (
        <label className="check">
          <input type="checkbox" {...register(spec.name)} /> {spec.label}
        </label>
      ) : (
        <label htmlFor={id}>
          {spec.label}{' '}
          {spec.required ? (
            <span className="must" title={t('form.must', '必填')}>
              *
            </span>
          ) : null}
        </label>
      )}
      {spec.kind === 'paragraph' ? <textarea {...shared} {...register(spec.name, rules)} /> : null}
      {spec.kind === 'select' ? (
        <select {...shared} {...register(spec.name, rules)}>
          <option value="">{spec.required ? t('form.choose', '请选择') : '—'}</option>
          {spec.options.map((o) => (
            <option key={o.value} value={o.value}>
              {o.label}
            </option>
          ))}
        </select>
      ) : null}
      {spec.kind === 'pick' ? (
        <Controller
          name={spec.name}
          control={control}
          rules={rules}
          render={({ field }) => (
            <AsyncPicker
              inputId={id}
              value={field.value as Choice | null}
              onChange={field.onChange}
              search={spec.search}
              invalid={!!error}
              describedBy={described}
            />
          )}
        />
      ) : null}
      {'suggestions' in spec && spec.suggestions ? (
        <datalist id={`${id}-list`}>
          {spec.suggestions.map((s) => (
            <option key={s} value={s} />
          ))}
        </datalist>
      ) : null}
      {!['paragraph', 'select', 'pick', 'check'].includes(spec.kind) ? (
        <input
          {...shared}
          {...(inputs[spec.kind] ?? { type: 'text' })}
          className={inputs[spec.kind]?.inputMode === 'decimal' ? 'input right' : 'input'}
          list={'suggestions' in spec && spec.suggestions ? `${id}-list` : undefined}
          autoComplete={
            spec.kind === 'password' ? (spec.name === 'current' ? 'current-password' : 'new-password') : 'off'
          }
          {...register(spec.name, rules)}
        />
      ) : null}
      {spec.hint ? <small id={`${id}-hint`}>{spec.hint}</small> : null}
      {error ? (
        <span className="error" id={`${id}-error`}>
          {error.message}
        </span>
      ) : null}
    </div>
  )
}
