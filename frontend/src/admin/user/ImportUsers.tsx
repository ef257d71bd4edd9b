import { useState } from 'react'
import type { Fault } from '~/data/fault.ts'
import { useVerb } from '~/data/useVerb.ts'
import { graphql } from '~/gql/gql.ts'
import type { ImportUsersMutation } from '~/gql/graphql.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'

const ImportUsersDocument = graphql(`
  mutation ImportUsers($input: ImportUsersInput!) {
    importUsers(input: $input) { made known rejected { line reason } }
  }
`)

type Report = NonNullable<ImportUsersMutation['importUsers']>
const header = 'name,email,department,title,manager,roles'

// ImportUsers makes people from a file; each row that is refused is told, and the file can be sent again.
export function ImportUsers({ onClose }: { onClose: () => void }) {
  const [send, busy] = useVerb(ImportUsersDocument)
  const [csv, setCsv] = useState('')
  const [fault, setFault] = useState<Fault>()
  const [report, setReport] = useState<Report>()
  const title = t('user.import', '导入 CSV')

  async function submit() {
    setReport(undefined)
    const answer = await send({ input: { csv } })
    setFault(answer.fault)
    setReport(answer.data?.importUsers ?? undefined)
  }

  return (
    <Sheet title={title} wide onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <p className="small">
            {t('user.import.how', '第一行是表头，之后一行一个人，最多 2000 行。角色写名称或标识，多个用分号隔开。')}{' '}
            <code>{header}</code>
          </p>
          <div className="field">
            <label htmlFor="import-file">{t('user.import.file', 'CSV 文件')}</label>
            <input
              id="import-file"
              type="file"
              accept=".csv,text/csv"
              className="input"
              onChange={(e) => void e.target.files?.[0]?.text().then(setCsv)}
            />
          </div>
          <div className="field">
            <label htmlFor="import-text">{t('user.import.text', '或粘贴内容')}</label>
            <textarea
              id="import-text"
              className="input"
              rows={8}
              value={csv}
              placeholder={header}
              onChange={(e) => setCsv(e.target.value)}
            />
          </div>
          {fault ? <Notice tone="bad">{sentenceOf(fault)}</Notice> : null}
          {report ? <Outcome report={report} /> : null}
        </div>
        <footer>
          <Button onClick={onClose}>{report ? t('action.close', '关闭') : t('action.cancel', '取消')}</Button>
          <Button kind="primary" busy={busy} disabled={!csv.trim()} onClick={() => void submit()}>
            {t('user.import.action', '导入')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}

function Outcome({ report }: { report: Report }) {
  return (
    <>
      <Notice tone={report.rejected.length ? 'warn' : 'ok'}>
        {t('user.import.report', '新建 {made} 人，已有 {known} 人，退回 {rejected} 行', {
          made: report.made,
          known: report.known,
          rejected: report.rejected.length,
        })}
      </Notice>
      {report.rejected.length ? (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('user.import.line', '行')}</th>
              <th scope="col">{t('user.import.reason', '退回原因')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rejected.map((row) => (
              <tr key={row.line}>
                <td className="num">{row.line}</td>
                <td className="wraps">{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}
