import { defineConfig } from '@lingui/conf'
import { extractor } from './build/messages.ts'

export default defineConfig({
  sourceLocale: 'zh-CN',
  locales: ['zh-CN', 'en'],
  catalogs: [{ path: '<rootDir>/src/i18n/{locale}', include: ['src'], exclude: ['**/*.test.*', 'src/gql/**'] }],
  extractors: [extractor],
  orderBy: 'messageId',
  format: 'po',
  formatOptions: { origins: false },
})
