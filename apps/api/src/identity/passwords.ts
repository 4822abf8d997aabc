import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** ASVS 5.0, 6.2.1 and 6.2.9: at least 8 (we ask for 12), and at least 64 characters are allowed. */
export const PASSWORD_LENGTH = { minimum: 12, maximum: 128 } as const;

/** Fewer guesses than 10^8 would do: the score of a password that a list of leaked ones, or a variation of it, leads to. */
const GUESSABLE = 3;

/** Characters that have to be left without one's name, one's address and ours. */
const LEAST_OF_ONES_OWN = 8;

const estimate = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });

/**
 * Why this cannot be a password; undefined where it can. It is held against 49,000 leaked passwords with their usual
 * variations, keyboard walks, dates and repetitions, and against what is known of the person; all on this machine.
 */
export function passwordProblem(
  password: string,
  known: readonly string[],
): 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_GUESSABLE' | undefined {
  if (password.length < PASSWORD_LENGTH.minimum) return 'PASSWORD_TOO_SHORT';
  if (password.length > PASSWORD_LENGTH.maximum) return 'PASSWORD_TOO_LONG';
  const words = ['tandem', ...known.flatMap((text) => text.toLowerCase().split(/[\s@.]+/))];
  const telling = words.filter((word) => word.length >= 4);
  const rest = telling.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  if (rest.length < LEAST_OF_ONES_OWN) return 'PASSWORD_GUESSABLE';
  return estimate.check(password, words).score < GUESSABLE ? 'PASSWORD_GUESSABLE' : undefined;
}

/** argon2id with the library's defaults: 19 MiB, 2 passes, the first recommendation of OWASP. */
export const passwordHashing = {
  hash: (password: string) => hash(password),
  verify: ({ hash: stored, password }: { hash: string; password: string }) => verify(stored, password),
};
