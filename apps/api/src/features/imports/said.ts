import type { Locale } from '../../graphql/locale.ts';

/** How files say a thing in each language: synonyms, separated by bars, of which people are shown the first. */
export type Said = Readonly<Record<Locale, string>>;
/** The words of a closed list, by code. */
export type Words = Readonly<Record<string, Said>>;

export function said(fr: string, nl: string, en: string): Said {
  return { fr, nl, en };
}

/** The one word that readers of a language are shown. */
export function shown(words: Said, locale: Locale): string {
  return words[locale].split('|')[0] ?? '';
}

/** Every word, whatever its language, once. */
export function synonyms({ fr, nl, en }: Said): string[] {
  return [...new Set([fr, nl, en].flatMap((words) => words.split('|')))];
}
