import type { Capability } from '@tandem/domain/capabilities';
import { GraphQLError } from 'graphql';

/** Nobody is known to ask: without a credential, or with a key that is none. */
export function unauthenticated({ keyGiven }: { readonly keyGiven: boolean }): GraphQLError {
  const message = keyGiven
    ? 'The API key is unknown, expired or revoked.'
    : 'Sign in, or send an API key in the header x-api-key.';
  return new GraphQLError(message, {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}

export function forbidden(needed: readonly Capability[] = []): GraphQLError {
  const message = `This account may not do that${needed.length === 0 ? '' : `: it needs ${needed.join(' or ')}`}.`;
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

/** The request itself is wrong: an argument out of range, a cursor of another list. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
