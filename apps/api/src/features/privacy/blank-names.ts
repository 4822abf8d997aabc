import { folded } from '@tandem/domain/folded';

/** Stands where somebody else was named. */
const BLANK = '[…]';

/** A text without the names of others, whatever their accents and capitals; names of one letter are no names. */
export function blankNames(text: string | null, names: readonly string[]): string | null {
  const telling = names.map(folded).filter((name) => name.length > 1);
  if (text === null || telling.length === 0) return text;
  const patterns = telling.map((name) =>
    [...name].map((letter) => `${escapedForPattern(letter)}\\p{M}*`).join(''),
  );
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.normalize('NFD').replace(words, BLANK).normalize('NFC');
}

function escapedForPattern(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/u, String.raw`\$&`);
}
