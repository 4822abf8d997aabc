import { LETTER_LOCALES } from './inputs.ts';

export type Language = (typeof LETTER_LOCALES)[number];

/** Words of somebody's own in the languages in which they were given. */
export type InLanguages = Readonly<Record<Language, string | null>>;

/** The words in a language, else in the first that there is; null where nothing is said in any. */
export function wordsIn(words: InLanguages, language: Language): string | null {
  const given = LETTER_LOCALES.map((other) => words[other]).find((other) => other !== null);
  return words[language] ?? given ?? null;
}
