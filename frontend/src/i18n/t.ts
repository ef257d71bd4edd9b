import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

type Compiled = ReturnType<typeof compileMessage>
const compiled = new Map<string, Compiled>()

// The Chinese source stands in the code, so each page brings its own sentences; English is one lazy catalogue.
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message)
  if (known) return known
  const fresh = compileMessage(message)
  compiled.set(message, fresh)
  return fresh
})

// t answers the sentence with this id in the reader's language. The message is the zh-CN source, in ICU form.
export function t(id: string, message: string, values?: Record<string, unknown>): string {
  return i18n._(id, values, { message })
}
