import type { RequestHandler } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '../database/new-id.ts';

const requests = new AsyncLocalStorage<string>();

/** Gives each request an id, which stands in the answer's headers, in its errors, in the log and in the audit. */
export const namesRequest: RequestHandler = (_request, response, next) => {
  const id = newId();
  response.setHeader('x-request-id', id);
  requests.run(id, next);
};

/** The id of the request that is being answered; one of its own outside any. */
export function currentRequestId(): string {
  return requests.getStore() ?? newId();
}
