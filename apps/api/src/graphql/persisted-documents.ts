import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { readFile } from 'node:fs/promises';
import type { Context } from './context.ts';

const MANIFESTS = ['apps/admin', 'apps/partner', 'packages/ui'].map(
  (folder) => new URL(`../../../../${folder}/src/gql/persisted-documents.json`, import.meta.url),
);

/** How long after a hash that nobody knew the portals' operations are not read again. */
const REREAD_MILLISECONDS = 1000;

/**
 * What Apollo Server looks hashes up in: the operations of the portals by the SHA-256 of their text, as their build wrote
 * them down. A portal that was built since is found by its first new hash. Nobody adds to it by asking.
 */
export async function openPersistedDocuments() {
  let documents = await readManifests();
  let readAt = performance.now();
  return {
    get: async (key: string) => {
      const hash = key.replace(/^apq:/, '');
      if (!documents.has(hash) && performance.now() - readAt > REREAD_MILLISECONDS) {
        readAt = performance.now();
        documents = await readManifests();
      }
      return documents.get(hash);
    },
    set: async () => undefined,
    delete: async () => false,
  };
}

async function readManifests(): Promise<ReadonlyMap<string, string>> {
  const manifests = await Promise.all(
    MANIFESTS.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Record<string, string>),
  );
  return new Map(manifests.flatMap((manifest) => Object.entries(manifest)));
}

/** Who comes without a key may ask for documents of the portals only. */
export const acceptsOnlyPersisted: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ metrics, contextValue }) => {
      if (metrics.persistedQueryHit === true || contextValue.keyGiven) return;
      throw new GraphQLError('Without an API key, only the operations of the portals are answered here.', {
        extensions: { code: 'PERSISTED_ONLY', http: { status: 403 } },
      });
    },
  }),
};
