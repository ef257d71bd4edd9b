import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Fault } from '~/data/fault.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { LinesEditor } from '~/records/lines/LinesEditor.tsx'
import { Totals } from '~/records/lines/LinesTable.tsx'
import { TermsEditor } from '~/records/lines/TermsEditor.tsx'
import { emptyLine, formOfLine, formOfTerm, inputOfLine, inputOfTerm, type TermsForm } from '~/records/lines/terms.ts'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { toast } from '~/ui/toast.tsx'
import type { ContractRecord } from './ContractPage.tsx'

const UpdateContractDocument = graphql(`
  mutation UpdateContract($input: UpdateContractInput!) { updateContract(input: $input) { id version } }
`)

interface ContractForm extends TermsForm {
  title: string
  effectiveFrom: string
  effectiveTo: string
  remark: string
}

const formOf = (c: ContractRecord): ContractForm => ({
  lines: c.lines.length ? c.lines.map(formOfLine) : [emptyLine()],
  paymentTerms: c.paymentTerms.map(formOfTerm),
  title: c.title,
  effectiveFrom: c.effectiveFrom ?? '',
  effectiveTo: c.effectiveTo ?? '',
  remark: c.remark ?? '',
})

export function EditContract({ contract }: { contract: ContractRecord }) {
  const form = useForm<ContractForm>({ defaultValues: formOf(contract) })
  const [update, busy] = useVerb(UpdateContractDocument)
  const [refusal, setRefusal] = useState<Fault>()
  const terms = form as never as ReturnType<typeof useForm<TermsForm>>

  async function save(c: ContractForm) {
    const { fault } = await update({
      input: {
        id: contract.id,
        expectedVersion: contract.version,
        title: c.title || undefined,
        lines: c.lines.filter((l) => l.product || l.description.trim()).map((l) => inputOfLine(l, false)),
        paymentTerms: c.paymentTerms.length ? c.paymentTerms.map(inputOfTerm) : undefined,
        effectiveFrom: c.effectiveFrom || undefined,
        effectiveTo: c.effectiveTo || undefined,
        remark: c.remark,
      },
    })
    setRefusal(fault)
    if (!fault) toast(t('contract.saved', '合同草稿已保存'))
  }

  return (
    <form className="stack" onSubmit={form.handleSubmit(save)}>
      <section className="panel stack">
        <h2>{t('terms.title', '付款条款')}</h2>
        {refusal ? <Notice tone="bad">{sentenceOf(refusal)}</Notice> : null}
        <TermsEditor control={terms.control} register={terms.register} />
      </section>
      <section className="panel stack">
        <h2>{t('lines.title', '明细')}</h2>
        <LinesEditor control={terms.control} register={terms.register} setValue={terms.setValue} />
        {contract.lines.length ? <Totals of={contract} /> : null}
      </section>
      <section className="panel stack">
        <div className="fields">
          <div className="field" data-wide>
            <label htmlFor="contract-title">{t('contract.title', '合同名称')}</label>
            <input id="contract-title" className="input" {...form.register('title')} />
          </div>
          <div className="field">
            <label htmlFor="contract-from">{t('contract.effectiveFrom', '生效日')}</label>
            <input id="contract-from" type="date" className="input" {...form.register('effectiveFrom')} />
          </div>
          <div className="field">
            <label htmlFor="contract-to">{t('contract.effectiveTo', '到期日')}</label>
            <input id="contract-to" type="date" className="input" {...form.register('effectiveTo')} />
          </div>
          <div className="field" data-wide>
            <label htmlFor="contract-remark">{t('field.remark', '备注')}</label>
            <textarea id="contract-remark" className="input" {...form.register('remark')} />
          </div>
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
