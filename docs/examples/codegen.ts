import type { CodegenConfig } from '@graphql-codegen/cli';

/** The types of the schema for docs/examples/client.ts. Run from the repository's root. */
const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  generates: {
    'docs/examples/schema-types.ts': {
      plugins: ['typescript'],
      config: {
        enumsAsTypes: true,
        nonOptionalTypename: true,
        maybeValue: 'T | null',
        avoidOptionals: true,
        defaultScalarType: 'unknown',
        scalars: { CalendarDay: 'string', Cents: 'number', DateTimeISO: 'string' },
      },
    },
  },
};

export default config;
