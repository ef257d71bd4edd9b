import type { UseFormReturn } from 'react-hook-form'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import type { FieldSpec, Raw } from './form.ts'

const shown = (value: unknown): string =>
  value && typeof value === 'object' && 'label' in value
    ? String(value.label)
    : value === '' || value === null || value === undefined
      ? '—'
      : String(value)

// Theirs: someone was faster. Each field that they changed too shows both values; nothing is overwritten unseen.
export function Theirs({ fields, opened, form }: { fields: FieldSpec[]; opened: Raw; form: UseFormReturn<Raw> }) {
  const mine = form.watch()
  const both = fields.filter((f) => shown(f.value) !== shown(opened[f.name]) && shown(f.value) !== shown(mine[f.name]))
  if (!both.length) return <p className="small muted">{t('conflict.none', '对方没有改动这里的内容；再次提交即可。')}</p>
  return (
    <ul className="stack">
      {both.map((f) => (
        <li key={f.name} className="small">
          <b>{f.label}</b>：
          {t('conflict.both', '我的“{mine}”，对方的“{theirs}”', { mine: shown(mine[f.name]), theirs: shown(f.value) })}{' '}
          <Button kind="quiet" onClick={() => form.setValue(f.name, f.value ?? '')}>
            {t('conflict.theirs', '用对方的')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
