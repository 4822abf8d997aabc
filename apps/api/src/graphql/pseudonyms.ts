import { createHmac, createSecretKey } from 'node:crypto';
import { keyFor, nonceOf, seal, unseal } from '../sealing.ts';
import { badRequest } from './errors.ts';

/** Names for records that say nothing of them, and stay the same for as long as the platform keeps its secret. */
export interface Pseudonyms {
  /** 128 bits of a keyed hash: the same for the same record, and no way back without the key. */
  of(id: string): string;
  /** A cursor whose sort value and id cannot be read; the same for the same place. */
  seal(cursor: string): string;
  /** Throws for a cursor that was not sealed here. */
  open(sealed: string): string;
}

/** Names under a key: without it none leads back, nor to a name under another one. */
export function namesUnder(key: Buffer): Pseudonyms['of'] {
  // Made once, it costs a quarter of what it does for each name.
  const secret = createSecretKey(key);
  return (id) => createHmac('sha256', secret).update(id).digest().subarray(0, 16).toString('hex');
}

export function makePseudonyms(secret: string): Pseudonyms {
  const [naming, sealing] = [keyFor(secret, 'pseudonyms'), keyFor(secret, 'sealed cursors')];
  const nonces = keyFor(secret, 'nonces of sealed cursors');
  return {
    of: namesUnder(naming),
    seal: (cursor) => seal(sealing, cursor, '', nonceOf(nonces, cursor)).toString('base64url'),
    open: (sealed) => {
      try {
        return unseal(sealing, Buffer.from(sealed, 'base64url'));
      } catch {
        throw badRequest('The cursor is not one of this list in this order.');
      }
    },
  };
}
