import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from './Button.tsx'

// Copy shows a text that is wanted elsewhere, whole, and takes it along. Where the browser refuses (no HTTPS), the
// text is selected, so that a key copies it.
export function Copy({ text, label }: { text: string; label: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [taken, setTaken] = useState(false)
  async function take() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setTaken(true)
    } catch {
      setTaken(false)
    }
  }
  return (
    <div className="copy">
      <input
        ref={field}
        className="input num"
        readOnly
        value={text}
        aria-label={label}
        onFocus={(e) => e.currentTarget.select()}
      />
      <Button icon={taken ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={() => void take()}>
        {taken ? t('copy.done', '已复制') : t('copy.action', '复制')}
      </Button>
    </div>
  )
}
