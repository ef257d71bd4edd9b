import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useSession } from '~/app/session.ts'
import type { Fault } from '~/data/fault.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { QuoteVersionPageFragment } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { LinesEditor } from '~/records/lines/LinesEditor.tsx'
import { Totals } from '~/records/lines/LinesTable.tsx'
import { TermsEditor } from '~/records/lines/TermsEditor.tsx'
import { emptyLine, formOfLine, formOfTerm, inputOfLine, inputOfTerm, type TermsForm } from '~/records/lines/terms.ts'
import { Button } from '~/ui/Button.tsx'
import { isZero } from '~/ui/decimal.ts'
import { Notice } from '~/ui/Notice.tsx'
import { toast } from '~/ui/toast.tsx'

const UpdateQuoteDocument = graphql(`
  mutation UpdateQuote($input: UpdateQuoteInput!) { updateQuote(input: $input) { id version gross { amount currency } } }
`)

interface QuoteForm extends TermsForm {
  validUntil: string
  headerDiscount: string
  deliveryTerms: string
  warrantyTerms: string
  remark: string
}

const formOf = (v: QuoteVersionPageFragment): QuoteForm => ({
  lines: v.lines.length ? v.lines.map(formOfLine) : [emptyLine()],
  paymentTerms: v.paymentTerms.map(formOfTerm),
  validUntil: v.validUntil,
  headerDiscount: isZero(v.headerDiscount.amount ?? '0') ? '' : (v.headerDiscount.amount ?? ''),
  deliveryTerms: v.deliveryTerms ?? '',
  warrantyTerms: v.warrantyTerms ?? '',
  remark: v.remark ?? '',
})

// EditQuote writes a draft version: what is saved comes back with the server's sums.
export function EditQuote({ version }: { version: QuoteVersionPageFragment }) {
  const { company } = useSession()
  const form = useForm<QuoteForm>({ defaultValues: formOf(version) })
  const [update, busy] = useVerb(UpdateQuoteDocument)
  const [refusal, setRefusal] = useState<Fault>()
  const terms = form as never as ReturnType<typeof useForm<TermsForm>>

  async function save(q: QuoteForm) {
    const lines = q.lines.filter((l) => l.product || l.description.trim())
    const { fault } = await update({
      input: {
        id: version.id,
        expectedVersion: version.version,
        validUntil: q.validUntil || undefined,
        lines: lines.map((l) => inputOfLine(l, true)),
        paymentTerms: q.paymentTerms.length ? q.paymentTerms.map(inputOfTerm) : undefined,
        headerDiscount: { amount: q.headerDiscount.trim() || '0', currency: company.currency },
        deliveryTerms: q.deliveryTerms,
        warrantyTerms: q.warrantyTerms,
        remark: q.remark,
      },
    })
    setRefusal(fault)
    if (!fault) toast(t('quote.saved', '报价已保存'))
  }

  const texts: [keyof QuoteForm & ('deliveryTerms' | 'warrantyTerms' | 'remark'), string][] = [
    ['deliveryTerms', t('quote.deliveryTerms', '交付条款')],
    ['warrantyTerms', t('quote.warrantyTerms', '质保条款')],
    ['remark', t('field.remark', '备注')],
  ]
  return (
    <form className="stack" onSubmit={form.handleSubmit(save)}>
      <section className="panel stack">
        <h2>{t('lines.title', '明细')}</h2>
        {refusal ? <Notice tone="bad">{sentenceOf(refusal)}</Notice> : null}
        <LinesEditor control={terms.control} register={terms.register} setValue={terms.setValue} optional />
        {version.lines.length ? <Totals of={version} /> : null}
      </section>
      <section className="panel stack">
        <h2>{t('terms.title', '付款条款')}</h2>
        <TermsEditor control={terms.control} register={terms.register} />
      </section>
      <section className="panel stack">
        <div className="fields">
          <div className="field">
            <label htmlFor="quote-valid">{t('field.validUntil', '有效期至')}</label>
            <input id="quote-valid" type="date" className="input" {...form.register('validUntil')} />
          </div>
          <div className="field">
            <label htmlFor="quote-discount">{t('lines.headerDiscount', '整单优惠')}</label>
            <input
              id="quote-discount"
              className="input right"
              inputMode="decimal"
              {...form.register('headerDiscount')}
            />
          </div>
          {texts.map(([name, label]) => (
            <div key={name} className="field" data-wide>
              <label htmlFor={`quote-${name}`}>{label}</label>
              <textarea id={`quote-${name}`} className="input" {...form.register(name)} />
            </div>
          ))}
        </div>
        <div className="actions">
          <span className="push" />
          <Button type="submit" kind="primary" busy={busy}>
            {t('quote.save', '保存草稿')}
          </Button>
        </div>
      </section>
    </form>
  )
}
