import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';

/** Gives the connection of a request back before its answer is sent, whatever the answer is. */
export const closesDatabase: ApolloServerPlugin<Context> = {
  unexpectedErrorProcessingRequest: ({ requestContext }) => requestContext.contextValue.db.close(),
  requestDidStart: async ({ contextValue }) => ({
    willSendResponse: () => contextValue.db.close(),
  }),
};
