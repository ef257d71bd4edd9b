import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from './Button.tsx'

// Sheet is the drawer for a verb's form (from below on a phone). The browser's own dialog keeps the focus inside,
// makes the rest inert and needs no injected style, which the content security policy would refuse.
export function Sheet(props: { title: string; wide?: boolean; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      data-size={props.wide ? 'wide' : undefined}
      aria-label={props.title}
      onClose={props.onClose}
      onCancel={(e) => {
        if (e.target === e.currentTarget) props.onClose()
      }}
    >
      {props.children}
    </dialog>
  )
}

export function SheetHead({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <header>
      <h2>{title}</h2>
      <span className="push" />
      <Button kind="quiet" icon={<IconX size={18} />} aria-label={t('action.close', '关闭')} onClick={onClose} />
    </header>
  )
}
