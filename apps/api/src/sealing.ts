import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** A key for one purpose, from the platform's secret. */
export function keyFor(secret: string, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, bytes));
}

/**
 * AES-256-GCM. What it is sealed for (`holder`) has to be said again to open it. Who gives a nonce gives each text its own.
 */
export function seal(key: Buffer, text: string, holder = '', nonce = randomBytes(NONCE)): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(holder));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

/** A nonce of the text itself, under a key for nothing else: the same text is then sealed the same each time. */
export function nonceOf(key: Buffer, text: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHmac('sha256', key).update(text).digest().subarray(0, NONCE));
}

/** Throws where it was not sealed with this key for this holder. */
export function unseal(key: Buffer, sealed: Buffer, holder = ''): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(holder)).setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString();
}
