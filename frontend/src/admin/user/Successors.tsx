import type { HoldingsQuery } from '~/gql/graphql.ts'
import { t } from '~/i18n/t.ts'
import { kindName } from '~/records/kinds.ts'
import { searchUsers } from '~/records/search.ts'
import { AsyncPicker, type Choice } from '~/ui/AsyncPicker.tsx'
import type { Heirs } from './OffBoard.tsx'

interface Props {
  holdings: HoldingsQuery['holdings']
  leaver: string
  heirs: Heirs
  onChange: (heirs: Heirs) => void
}

// Successors: who takes which kind; the first field fills all.
export function Successors({ holdings, leaver, heirs, onChange }: Props) {
  const open = holdings.filter((h) => h.open > 0)
  const others = async (text: string) => (await searchUsers(text)).filter((c) => c.id !== leaver)
  if (!open.length) return <p>{t('user.leave.nothing', '名下没有未结的记录。')}</p>
  const all = open.every((h) => heirs[h.kind]?.id === heirs[open[0]?.kind ?? 'LEAD']?.id)
    ? heirs[open[0]?.kind ?? 'LEAD']
    : undefined
  const give = (choice: Choice | null) => onChange(choice ? Object.fromEntries(open.map((h) => [h.kind, choice])) : {})
  return (
    <>
      <div className="field">
        <label htmlFor="heir-all">{t('user.leave.all', '全部交给')}</label>
        <AsyncPicker key={all?.id ?? 'none'} inputId="heir-all" value={all ?? null} search={others} onChange={give} />
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('user.leave.kind', '记录')}</th>
            <th scope="col" className="right">
              {t('user.leave.open', '未结')}
            </th>
            <th scope="col" className="right">
              {t('user.leave.closed', '已结')}
            </th>
            <th scope="col">{t('user.leave.to', '交给')}</th>
          </tr>
        </thead>
        <tbody>
          {holdings.map((h) => (
            <tr key={h.kind}>
              <td>
                <label htmlFor={`heir-${h.kind}`}>{kindName(h.kind)}</label>
              </td>
              <td className="right">{h.open}</td>
              <td className="right">{h.closed}</td>
              <td>
                {h.open ? (
                  <AsyncPicker
                    key={heirs[h.kind]?.id ?? 'none'}
                    inputId={`heir-${h.kind}`}
                    value={heirs[h.kind] ?? null}
                    search={others}
                    onChange={(choice) => onChange({ ...heirs, [h.kind]: choice ?? undefined })}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
