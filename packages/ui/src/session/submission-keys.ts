/** Bytes of a key: enough that no two are the same. */
const BYTES = 16;

/** Keys of submissions that are not answered yet. */
const waiting = new Map<string, string>();

/**
 * The idempotency key of a submission, by what it says: sent again because no answer came, it has the same key, so that
 * the server does not do it twice. Random values, and not randomUUID, exist on addresses without https as well.
 */
export function keyOf(submission: string): string {
  const known = waiting.get(submission);
  if (known !== undefined) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  waiting.set(submission, key);
  return key;
}

/** The next submission is another one, even if it says the same. */
export function answered(submission: string): void {
  waiting.delete(submission);
}
