import { HeaderMap } from '@apollo/server';
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

/** @param keyGiven whether it is a key that may not, since its owner may more. */
export function forbidden(needed: readonly Capability[] = [], { keyGiven = false } = {}): GraphQLError {
  const message = `This ${keyGiven ? 'key' : 'account'} may not do that${needed.length === 0 ? '' : `: it needs ${needed.join(' or ')}`}.`;
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

/** A key makes, lists and takes back no keys: one that was found would make others that outlive it. */
export function keyRefused(): GraphQLError {
  return new GraphQLError('Keys are managed by who has signed in, not with a key.', {
    extensions: { code: 'FORBIDDEN' },
  });
}

/** A limit is reached; `wait` are the seconds after which to come back. */
export function tooManyRequests(wait: number): GraphQLError {
  return new GraphQLError(`Too much was asked in a short time. Try again in ${wait} seconds.`, {
    extensions: {
      code: 'TOO_MANY_REQUESTS',
      http: { status: 429, headers: new HeaderMap([['retry-after', String(wait)]]) },
    },
  });
}

/** The request itself is wrong: an argument out of range, a cursor of another list. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** What is asked for is made ahead of its questions, and is not there yet. */
export function beingPrepared(what: string): GraphQLError {
  return notThereYet('BEING_PREPARED', `${what} Try again in some minutes.`);
}

/** What is asked for is made ahead of its questions, and making it fails: of that staff are told why. */
export function cannotBePrepared(what: string): GraphQLError {
  return notThereYet(
    'CANNOT_BE_PREPARED',
    `${what} It is tried again every minute; the staff of the programme are told why it fails.`,
  );
}

function notThereYet(code: 'BEING_PREPARED' | 'CANNOT_BE_PREPARED', message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, http: { status: 503, headers: new HeaderMap([['retry-after', '60']]) } },
  });
}
