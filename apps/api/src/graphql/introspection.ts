import type { ApolloServerPlugin } from '@apollo/server';
import { visit } from 'graphql';
import type { Context } from './context.ts';
import { unauthenticated } from './errors.ts';

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** The schema tells about itself to who is signed in. */
export const guardsIntrospection: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, contextValue }) => {
      if (contextValue.viewer !== null) return;
      visit(document, {
        Field({ name }) {
          if (INTROSPECTION.has(name.value)) throw unauthenticated(contextValue);
        },
      });
    },
  }),
};
