import type { CodegenConfig } from '@graphql-codegen/cli'

// The documents are checked against the server's contract; a field that is gone stops the build.
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
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
