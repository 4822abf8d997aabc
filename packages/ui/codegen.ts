import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import { createHash } from 'node:crypto';

/**
 * How a package's operations get their types, from the committed schema, and their hashes, under which the server knows
 * them (`src/gql/persisted-documents.json`). The API reads the hashes of each package that calls this.
 */
export function codegenOf(documents: readonly string[]): CodegenConfig {
  return {
    schema: '../../apps/api/schema.graphql',
    documents: [...documents, '!src/gql/**'],
    generates: {
      'src/gql/': {
        preset: 'client',
        presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: sha256 } },
        documentTransforms: [addTypenameSelectionDocumentTransform],
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
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export default codegenOf(['src/**/*.{ts,tsx,graphql}']);
