import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';
import { finish } from './open-context.ts';

/** Finishes a request before its answer is sent, whatever the answer is. */
export const finishesRequest: ApolloServerPlugin<Context> = {
  unexpectedErrorProcessingRequest: ({ requestContext }) => requestContext.contextValue.db.close(),
  requestDidStart: async ({ contextValue }) => ({
    willSendResponse: () => finish(contextValue),
  }),
};
