import { type FormEvent, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import type { Fault } from '~/data/fault.ts'
import { sentenceOf, sentenceOfRule } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Notice } from '~/ui/Notice.tsx'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'

interface Props {
  title: string
  note?: ReactNode
  refusal?: string
  onSubmit: (form: FormData) => void
  children: ReactNode
}

// Door is the frame of every page before the shell: the mark, the language, a form, and why it was refused.
export function Door({ title, note, refusal, onSubmit, children }: Props) {
  function submit(e: FormEvent<HTMLFormElement>) {
    e.preventDefault()
    onSubmit(new FormData(e.currentTarget))
  }
  return (
    <main className="signin">
      <form onSubmit={submit}>
        <div className="row">
          <span className="brand">
            <i aria-hidden="true" />
            <span>LTC</span>
          </span>
          <span className="push" />
          <LanguageSwitch />
        </div>
        <div>
          <h1>{title}</h1>
          {note ? <p className="muted small">{note}</p> : null}
        </div>
        {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
        {children}
      </form>
    </main>
  )
}

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string
  label: string
  hint?: string
  error?: string
}

export function DoorField({ name, label, hint, error, ...input }: FieldProps) {
  const id = useId()
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label htmlFor={input.id ?? name}>{label}</label>
      <input
        id={name}
        className="input"
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={about}
        {...input}
        name={name}
      />
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {error ? (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
    </div>
  )
}

export const shortestPassword = 8

// NewPassword asks twice, as one cannot see what one types.
export function NewPassword({ error }: { error?: string }) {
  return (
    <>
      <DoorField
        name="password"
        type="password"
        label={t('password.new', '密码')}
        hint={t('password.hint', '至少 {n} 个字符，越长越好', { n: shortestPassword })}
        minLength={shortestPassword}
        autoComplete="new-password"
        error={error}
      />
      <DoorField
        name="again"
        type="password"
        label={t('password.again', '再输入一次')}
        minLength={shortestPassword}
        autoComplete="new-password"
      />
    </>
  )
}

// twice answers the password where both entries agree, else what to say.
export function twice(form: FormData): { password: string; problem?: undefined } | { problem: string } {
  const password = String(form.get('password'))
  return password === form.get('again') ? { password } : { problem: t('password.differ', '两次输入的密码不一样。') }
}

export const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

// problemAt says what the server holds against a field.
export function problemAt(fault: Fault | undefined, field: string): string | undefined {
  const found = fault?.fields.find((f) => f.path === field || f.path.endsWith(`.${field}`))
  return found && fault ? (sentenceOfRule(found.rule, fault.params) ?? sentenceOf(fault)) : undefined
}

// sayOf is the sentence above the form; undefined where each problem stands at its field.
export const sayOf = (fault: Fault | undefined, shown: string[]): string | undefined =>
  fault && !shown.some((field) => problemAt(fault, field)) ? sentenceOf(fault) : undefined
