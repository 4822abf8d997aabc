import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';
import { finish } from './open-context.ts';

/**
 * Finishes a request before its answer is sent, whatever the answer is; the answer to a request with a key is kept then,
 * when its connection is given back: a request that waited for a second one could wait for itself.
 */
export const finishesRequest: ApolloServerPlugin<Context> = {
  unexpectedErrorProcessingRequest: ({ requestContext }) => requestContext.contextValue.db.close(),
  requestDidStart: async ({ contextValue }) => ({
    willSendResponse: async ({ response: { http, body } }) => {
      await finish(contextValue);
      if (body.kind === 'single')
        await contextValue.db.claim?.settle({ status: http.status ?? 200, body: { ...body.singleResult } });
    },
  }),
};
