import { t } from '~/i18n/t.ts'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'
import { useRights } from '../rights.ts'
import { placeGroups } from './places.ts'

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const rights = useRights()
  const title = t('shortcuts.title', '键盘快捷键')
  const keys: [string, string][] = [
    ['Ctrl K', t('shortcuts.find', '搜索与前往')],
    ['/', t('shortcuts.filter', '筛选')],
    ['n', t('shortcuts.new', '新建')],
    ['m', t('shortcuts.move', '看板：移动选中的商机')],
    ['↑ ↓ ← →', t('shortcuts.walk', '看板、历程：在卡片和步骤间移动')],
    ['Ctrl Z', t('shortcuts.undo', '撤销刚才的移动')],
    ...placeGroups(rights).flatMap((g) => g.places.map((p): [string, string] => [`g ${p.key}`, p.label])),
  ]
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <dl className="content facts">
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Sheet>
  )
}
