import type { ReactNode } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from './Button.tsx'
import { Copy } from './Copy.tsx'
import { Notice } from './Notice.tsx'
import { Sheet, SheetHead } from './Sheet.tsx'

interface Props {
  title: string
  secret: string
  children: ReactNode
  onClose: () => void
}

// ShownOnce shows what the server says this once: a link, a token.
export function ShownOnce({ title, secret, children, onClose }: Props) {
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <Notice tone="warn">{children}</Notice>
          <Copy text={secret} label={title} />
        </div>
        <footer>
          <Button kind="primary" onClick={onClose}>
            {t('action.done', '完成')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
