import { folded } from './folded.ts';
import type { Language } from './in-languages.ts';

/** How people say a thing in each language: synonyms, separated by bars, of which people are shown the first. */
export type Said = Readonly<Record<Language, string>>;
/** The words of a closed list, by code. */
export type Words<Code extends string = string> = Readonly<Record<Code, Said>>;

export function said(fr: string, nl: string, en: string): Said {
  return { fr, nl, en };
}

/** The one word that readers of a language are shown. */
export function shown(words: Said, language: Language): string {
  return words[language].split('|')[0] ?? '';
}

/** Every word, whatever its language, once. */
export function synonyms({ fr, nl, en }: Said): string[] {
  return [...new Set([fr, nl, en].flatMap((words) => words.split('|')))];
}

/** Reads words of a closed list, in any of the three languages or as its code: the code, or undefined where a word is none of them. */
export function choiceReader<Code extends string>(words: Words<Code>): (text: string) => Code | undefined {
  const byWord = new Map<string, Code>();
  for (const [code, saidFor] of Object.entries(words) as [Code, Said][])
    for (const word of [code, ...synonyms(saidFor)]) byWord.set(foldWord(word), code);
  return (text) => byWord.get(foldWord(text));
}

/** A word without case, accents, spaces and signs, for comparing what people type. */
export function foldWord(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
