import { IconPrinter } from '@tabler/icons-react'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { Copy } from '~/ui/Copy.tsx'
import { Notice } from '~/ui/Notice.tsx'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'

// RecoveryCodes are shown this once: each opens once where the telephone is lost.
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const title = t('me.codes', '恢复码')
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <Notice tone="warn">{t('me.codes.once', '只显示这一次。手机丢了时，每个恢复码可以登录一次。')}</Notice>
          <ul className="codes num">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Copy text={codes.join(' ')} label={title} />
        </div>
        <footer className="no-print">
          <Button icon={<IconPrinter size={16} />} onClick={() => print()}>
            {t('action.print', '打印')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('me.codes.kept', '我已保存')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
