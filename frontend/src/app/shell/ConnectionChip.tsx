import { t } from '~/i18n/t.ts'
import { dataAsOf, useConnection } from '../connection.ts'

// ConnectionChip says whether what you see is now: live, reconnecting, or as of when.
export function ConnectionChip() {
  const state = useConnection()
  const time = new Date(dataAsOf()).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  return (
    <span className="connection" data-state={state} role="status">
      {state === 'live'
        ? t('connection.live', '实时')
        : state === 'waiting'
          ? t('connection.waiting', '重连中')
          : t('connection.offline', '离线 · 数据截至 {time}', { time })}
    </span>
  )
}
