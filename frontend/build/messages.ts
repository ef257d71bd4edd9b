import type { ExtractorType } from '@lingui/conf'

const call = /\bt\(\s*(['"])([\w.-]+)\1,\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g

export interface Message {
  id: string
  message: string
  line: number
}

// messagesIn finds each t('id', 'message') of a source file, in order.
export function messagesIn(code: string): Message[] {
  return [...code.matchAll(call)].map((m) => ({
    id: m[2] as string,
    message: (m[3] ?? m[4] ?? '').replace(/\\(['"\\])/g, '$1').replace(/\\n/g, '\n'),
    line: code.slice(0, m.index).split('\n').length,
  }))
}

// extractor tells Lingui how this app writes its messages.
export const extractor: ExtractorType = {
  match: (filename) => /\.tsx?$/.test(filename),
  extract(filename, code, found) {
    for (const { id, message, line } of messagesIn(code)) found({ id, message, origin: [filename, line, 0] })
  },
}
