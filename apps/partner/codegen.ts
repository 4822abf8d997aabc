import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the portal's operations, made from the committed schema. */
const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**', '../../packages/ui/src/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        defaultScalarType: 'unknown',
        scalars: { CalendarDay: 'string', Cents: 'number', DateTimeISO: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
