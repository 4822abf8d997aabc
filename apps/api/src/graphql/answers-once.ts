import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { KEY_HEADER, type Idempotency } from '../http/idempotency.ts';
import type { Context } from './context.ts';

/**
 * Claims the key that a mutation came with, once everything else has let it through and before a resolver runs: repeats
 * get the first answer. `finishesRequest` keeps that answer.
 */
export function answersOnce(idempotency: Idempotency): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({
        request,
        operation,
        queryHash,
        operationName,
        contextValue: { viewer, db },
      }) => {
        const header = request.http?.headers.get(KEY_HEADER);
        // There is none in a document of several of which the request names none: execution refuses it.
        const kind = (operation as OperationDefinitionNode | undefined)?.operation;
        if (kind !== OperationTypeNode.MUTATION || header === undefined || viewer === null) return null;
        const asked = ['graphql', queryHash, operationName, request.variables ?? {}];
        const claimed = await idempotency.claim(header, viewer, asked);
        if ('claim' in claimed) {
          db.claim = claimed.claim;
          return null;
        }
        const { status, headers, body } = claimed.answer;
        return {
          http: { status, headers: new HeaderMap(Object.entries(headers)) },
          body: { kind: 'single', singleResult: body },
        };
      },
    }),
  };
}
