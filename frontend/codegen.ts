import { writeFileSync } from 'node:fs'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { Documents } from './build/operations.ts'

// The documents are checked against the server's contract; a field that is gone stops the build.
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  // What the server trusts: it is embedded in the binary.
  hooks: {
    beforeDone: () =>
      writeFileSync('src/gql/documents.json', `${JSON.stringify(new Documents('src').manifest(), null, 1)}\n`),
  },
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          Decimal: 'string',
          Quantity: 'string',
          UnitPrice: 'string',
          Percent: 'string',
          Date: 'string',
          Time: 'string',
          Cursor: 'string',
          JSON: 'unknown',
        },
      },
    },
  },
}
export default config
