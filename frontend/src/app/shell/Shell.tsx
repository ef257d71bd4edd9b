import { lazy, Suspense, useEffect, useState } from 'react'
import { endSeeAs, seenAs } from '~/data/seeAs.ts'
import { useRead } from '~/data/useRead.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { ErrorPanel } from '~/ui/ErrorPanel.tsx'
import { Skeleton } from '~/ui/Skeleton.tsx'
import { follow } from '../live.ts'
import { applyProfile } from '../profile.ts'
import { rightsOf } from '../rights.ts'
import { SessionContext, ViewerDocument } from '../session.ts'
import { Inside } from './Inside.tsx'
import { NewRelease } from './NewRelease.tsx'
import { PhoneTabs } from './PhoneTabs.tsx'
import { placeGroups } from './places.ts'
import { Rail } from './Rail.tsx'
import { Seeing } from './Seeing.tsx'
import { TopBar } from './TopBar.tsx'
import { useShortcuts } from './useShortcuts.ts'

const Palette = lazy(() => import('./Palette.tsx').then((m) => ({ default: m.Palette })))
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx').then((m) => ({ default: m.ShortcutSheet })))

// Shell is what stays while pages come and go; it shows a page only to someone who is signed in.
export function Shell() {
  const session = useRead(ViewerDocument, {}, ['USER', 'ROLE'])
  const [narrow, setNarrow] = useState(() => localStorage.getItem('ltc.rail') === 'narrow')
  const [open, setOpen] = useState<'palette' | 'shortcuts'>()
  const signedIn = !!session.data
  const viewer = session.data?.viewer

  useEffect(() => (signedIn ? follow() : undefined), [signedIn])
  useEffect(() => (viewer && !seenAs() ? applyProfile(viewer) : undefined), [viewer])
  const places = placeGroups(rightsOf(session.data ?? null))
  useShortcuts({ places, onPalette: () => setOpen('palette'), onHelp: () => setOpen('shortcuts') })

  if (session.fault && session.fault.code !== 'UNAUTHENTICATED')
    return (
      <>
        <NewRelease />
        <ErrorPanel sentence={sentenceOf(session.fault)} code={session.fault.code} onRetry={session.again} />
        {seenAs() ? <Button onClick={() => endSeeAs()}>{t('seeAs.end', '结束')}</Button> : null}
      </>
    )
  if (!session.data) return <Skeleton heights={[52, 320]} />

  const fold = () => {
    localStorage.setItem('ltc.rail', narrow ? 'wide' : 'narrow')
    setNarrow(!narrow)
  }
  return (
    <SessionContext value={session.data}>
      <a className="skip" href="#main">
        {t('skip', '跳到正文')}
      </a>
      <NewRelease />
      <Seeing user={session.data.myRights.seenAs} />
      <div className="shell" data-rail={narrow ? 'narrow' : undefined}>
        <Rail narrow={narrow} onFold={fold} />
        <TopBar onSearch={() => setOpen('palette')} />
        <main className="main" id="main" tabIndex={-1}>
          <Inside />
        </main>
        <PhoneTabs />
      </div>
      <Suspense>
        {open === 'palette' ? <Palette onClose={() => setOpen(undefined)} /> : null}
        {open === 'shortcuts' ? <ShortcutSheet onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
    </SessionContext>
  )
}
