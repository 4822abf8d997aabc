import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { badRequest } from './errors.ts';

/** Names for records that say nothing of them, and stay the same for as long as the platform keeps its secret. */
export interface Pseudonyms {
  /** 128 bits of a keyed hash: the same for the same record, and no way back without the key. */
  of(id: string): string;
  /** A cursor whose sort value and id cannot be read. */
  seal(cursor: string): string;
  /** Throws for a cursor that was not sealed here. */
  open(sealed: string): string;
}

const NONCE = 12;
const TAG = 16;

export function makePseudonyms(secret: string): Pseudonyms {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const [naming, sealing] = [keyFor('pseudonyms'), keyFor('sealed cursors')];
  return {
    of: (id) => createHmac('sha256', naming).update(id).digest().subarray(0, 16).toString('hex'),
    seal: (cursor) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      return Buffer.concat([nonce, cipher.update(cursor), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const cipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE), {
          authTagLength: TAG,
        });
        cipher.setAuthTag(bytes.subarray(-TAG));
        return Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]).toString();
      } catch {
        throw badRequest('The cursor is not one of this list in this order.');
      }
    },
  };
}
