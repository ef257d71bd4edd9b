import { useEffect } from 'react'
import { onGivenUp } from '~/data/patience.ts'
import { sentenceOf } from '~/i18n/sentence.ts'
import { t } from '~/i18n/t.ts'
import { toast } from '~/ui/toast.tsx'
import { type Connection, dataAsOf, useConnection } from '../connection.ts'

// ConnectionChip says whether what you see is now: live, reconnecting, waiting for a busy server, or as of when.
export function ConnectionChip() {
  const state = useConnection()
  useEffect(() => onGivenUp((status) => toast(sentenceOf(busyFault(status)), { tone: 'bad' })), [])
  const time = new Date(dataAsOf()).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  const { word, sentence } = wordsOf(state, time)
  return (
    <span className="connection" data-state={state} role="status" aria-live="polite" title={sentence}>
      {word}
      <span className="hidden-visually">{sentence}</span>
    </span>
  )
}

const busyFault = (status: number) => ({
  code: status === 429 ? 'THROTTLED' : 'UNAVAILABLE',
  rule: '',
  params: {},
  fields: [],
  help: {},
  message: '',
})

function wordsOf(state: Connection, time: string): { word: string; sentence: string } {
  switch (state) {
    case 'live':
      return { word: t('connection.live', '实时'), sentence: t('connection.live.why', '别人的更改会立即显示。') }
    case 'waiting':
      return {
        word: t('connection.waiting', '重连中'),
        sentence: t('connection.waiting.why', '连接断开，正在自动重连；断开期间的更改会补上。'),
      }
    case 'busy':
      return {
        word: t('connection.busy', '服务器忙'),
        sentence: t('connection.busy.why', '请求太多，稍候会自动重试，不用重复操作。'),
      }
    case 'offline':
      return {
        word: t('connection.offline', '离线 · 数据截至 {time}', { time }),
        sentence: t('connection.offline.why', '连不上服务器。您看到的是 {time} 的数据，恢复后会自动更新。', { time }),
      }
  }
}
