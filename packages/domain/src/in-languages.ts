import { LETTER_LOCALES } from './inputs.ts';

export type Language = (typeof LETTER_LOCALES)[number];

/** Words of somebody's own in the languages in which they were given. */
export type InLanguages = Readonly<Record<Language, string | null>>;

/** The words in a language, else in the first that there is; null where nothing is said in any. */
export function wordsIn(words: InLanguages, language: Language): string | null {
  const said = languageOf(words, language);
  return said === null ? null : words[said];
}

/** In which language somebody who reads one is told the words: that one, else the first that there is; null where there are none. */
export function languageOf(words: InLanguages, language: Language): Language | null {
  return [language, ...LETTER_LOCALES].find((other) => words[other] !== null) ?? null;
}
