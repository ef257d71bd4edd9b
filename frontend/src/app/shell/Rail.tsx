import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { t } from '~/i18n/t.ts'
import { Button } from '~/ui/Button.tsx'
import { useRights } from '../rights.ts'
import { placeGroups } from './places.ts'

export function Rail({ narrow, onFold }: { narrow: boolean; onFold: () => void }) {
  const rights = useRights()
  const fold = narrow ? t('nav.unfold', '展开导航') : t('nav.fold', '收起导航')
  return (
    <nav className="rail" aria-label={t('nav.label', '主导航')}>
      <Link to="/" className="brand" aria-label={t('nav.brand', 'LTC · 从线索到回款')}>
        <i aria-hidden="true" />
        <span>{t('nav.brand', 'LTC · 从线索到回款')}</span>
      </Link>
      {placeGroups(rights).map((group) => (
        <Fragment key={group.name ?? 'home'}>
          {group.name ? (
            <h2 data-stage={group.stage}>
              <i className="dot" aria-hidden="true" />
              {group.name}
            </h2>
          ) : null}
          <ul>
            {group.places.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  title={label}
                  aria-label={label}
                  activeOptions={{ exact: to === '/', includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  <Icon size={17} stroke={1.6} aria-hidden="true" />
                  <span>{label}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <div className="fold">
        <Button
          kind="quiet"
          icon={narrow ? <IconChevronsRight size={16} /> : <IconChevronsLeft size={16} />}
          aria-label={fold}
          onClick={onFold}
        />
      </div>
    </nav>
  )
}
