import { ApolloLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { tap } from 'rxjs';
import { answered, keyOf } from './submission-keys.ts';

/** Errors after which it is open whether it was done: what is sent again is the same submission. */
const OPEN: ReadonlySet<unknown> = new Set([
  'IDEMPOTENCY_ANSWER_LOST',
  'IDEMPOTENCY_IN_FLIGHT',
  'INTERNAL_SERVER_ERROR',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
]);

/** Sends each mutation with a key of its own, the same when it is sent again because no answer came. */
export const idempotencyLink = new ApolloLink((operation, forward) => {
  if (operation.operationType !== OperationTypeNode.MUTATION) return forward(operation);
  const submission = JSON.stringify([operation.operationName, operation.variables]);
  operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
    headers: { ...headers, 'idempotency-key': keyOf(submission) },
  }));
  return forward(operation).pipe(
    tap(({ errors = [] }) => {
      if (!errors.some(({ extensions }) => OPEN.has(extensions?.['code']))) answered(submission);
    }),
  );
});
