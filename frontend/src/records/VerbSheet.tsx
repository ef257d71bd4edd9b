import { type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { SessionContext } from '~/app/session.ts'
import { hear } from '~/data/changes.ts'
import type { Fault } from '~/data/fault.ts'
import { sentenceOf, sentenceOfRule } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'
import { FormField } from './FormField.tsx'
import { type FieldSpec, type Raw, Values } from './form.ts'
import { Theirs } from './Theirs.tsx'
import { forget, recall, useDraft } from './useDraft.ts'

interface Props {
  title: string
  action: string
  fields: FieldSpec[]
  submit: (values: Values) => Promise<Fault | undefined>
  onClose: () => void
  onDone?: () => void // after the verb, instead of closing
  intro?: ReactNode
  danger?: boolean
  wide?: boolean
  draft?: string // a name under which an unfinished form is kept on this device
}

const initialOf = (fields: FieldSpec[]): Raw =>
  Object.fromEntries(
    fields.map((f) => [f.name, f.value ?? (f.kind === 'pick' ? null : f.kind === 'check' ? false : '')]),
  )

// VerbSheet is the form of one verb. A refusal is said where it belongs: under the field that the server names, or above.
export function VerbSheet({
  title,
  action,
  fields,
  submit,
  onClose,
  onDone = onClose,
  intro,
  danger,
  wide,
  draft,
}: Props) {
  const currency = useContext(SessionContext)?.company.currency ?? 'CNY'
  const opened = useRef(initialOf(fields))
  const form = useForm<Raw>({
    defaultValues: { ...opened.current, ...recall(draft) },
    mode: 'onTouched',
    shouldUnregister: false,
  })
  const [refusal, setRefusal] = useState<Fault>()
  useDraft(draft, form.getValues)

  const { setFocus } = form
  const firstField = fields[0]?.name
  useEffect(() => {
    if (firstField && matchMedia('(pointer: fine)').matches) setFocus(firstField)
  }, [firstField, setFocus])

  async function onSubmit(raw: Raw) {
    setRefusal(undefined)
    const fault = await submit(new Values(raw, currency))
    if (!fault) {
      forget(draft)
      return onDone()
    }
    if (fault.code === 'STALE_VERSION') hear('all', 0) // their version comes, and with it what we answer to
    setRefusal(fault)
    for (const { path, rule } of fault.fields) {
      const known = fields.find(
        (f) => path === f.name || path.endsWith(`.${f.name}`) || `${f.name}Id` === path || path === `input.${f.name}`,
      )
      if (known)
        form.setError(
          known.name,
          { message: sentenceOfRule(rule, fault.params) ?? sentenceOf(fault) },
          { shouldFocus: true },
        )
    }
  }

  return (
    <Sheet title={title} wide={wide} onClose={onClose}>
      <form noValidate onSubmit={form.handleSubmit(onSubmit)}>
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          {intro}
          {refusal ? (
            <Notice tone={refusal.code === 'STALE_VERSION' ? 'warn' : 'bad'}>{sentenceOf(refusal)}</Notice>
          ) : null}
          {refusal?.code === 'STALE_VERSION' ? <Theirs fields={fields} opened={opened.current} form={form} /> : null}
          <div className="fields">
            {fields.map((spec) => (
              <FormField
                key={spec.name}
                spec={spec}
                register={form.register}
                control={form.control}
                error={form.formState.errors[spec.name] as never}
              />
            ))}
          </div>
        </div>
        <footer>
          <Button onClick={onClose}>{t('action.cancel', '取消')}</Button>
          <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={form.formState.isSubmitting}>
            {action}
          </Button>
        </footer>
      </form>
    </Sheet>
  )
}
