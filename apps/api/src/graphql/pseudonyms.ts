import { createHmac } from 'node:crypto';
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

export function makePseudonyms(secret: string): Pseudonyms {
  const [naming, sealing] = [keyFor(secret, 'pseudonyms'), keyFor(secret, 'sealed cursors')];
  const nonces = keyFor(secret, 'nonces of sealed cursors');
  return {
    of: (id) => createHmac('sha256', naming).update(id).digest().subarray(0, 16).toString('hex'),
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
