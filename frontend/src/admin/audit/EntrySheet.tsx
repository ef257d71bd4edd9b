import { useRouter } from '@tanstack/react-router'
import { sentenceOfRule } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Facts } from '~/records/Facts.tsx'
import { Button } from '~/ui/Button.tsx'
import { Sheet, SheetHead } from '~/ui/Sheet.tsx'
import { instantOf } from '~/ui/time.ts'
import type { Entry } from './Entries.tsx'
import { Subject } from './Subject.tsx'
import { actionName } from './words.ts'

const ruleOf = (details: unknown): string | undefined => {
  const rule = (details as { rule?: unknown } | null)?.rule
  return typeof rule === 'string' ? (sentenceOfRule(rule) ?? rule) : undefined
}

export function EntrySheet({ entry: e, onClose }: { entry: Entry; onClose: () => void }) {
  const router = useRouter()
  const title = actionName(e.action)
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="body">
        <SheetHead title={title} onClose={onClose} />
        <div className="content">
          <Facts
            facts={[
              [t('audit.at', '时间'), instantOf(e.at)],
              [t('audit.actor', '谁'), e.actorName || e.actor || undefined],
              [t('audit.subject', '对象'), <Subject key="s" of={e.subject} />],
              [t('audit.why', '原因'), ruleOf(e.details) ?? null],
              [t('audit.address', '来自'), e.address || undefined],
              [t('audit.userAgent', '程序'), e.userAgent || undefined],
              [t('audit.correlation', '关联号'), <code key="c">{e.correlationId}</code>],
            ]}
          />
          {e.details ? <pre className="json">{JSON.stringify(e.details, null, 2)}</pre> : null}
        </div>
        <footer>
          <Button
            disabled={!e.subject}
            onClick={() => {
              onClose()
              void router.navigate({ to: '/admin/audit', search: { subject: e.subject } })
            }}
          >
            {t('audit.sameSubject', '看这个对象的全部')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
