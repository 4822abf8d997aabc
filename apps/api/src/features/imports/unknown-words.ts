import { foldWord } from '@tandem/domain/said';
import { fieldOf, takesMappedWords } from './fields.ts';
import type { ReadFile } from './read-file.ts';

/** A word in the cells of a field that is none of its closed list, or no branch that is there, and in how many rows it stands. */
export interface UnknownWord {
  readonly field: string;
  readonly word: string;
  readonly rows: number;
}

/** Words that a report names: more than these come of a wrong column. */
const MAXIMUM_WORDS = 50;

/** The words of a file that may be mapped by hand and are not, in refused rows too, those of most rows first. */
export function unknownWords(
  { kind, table, cellsByLine, mapping, words, refusals }: ReadFile,
  branches: ReadonlySet<string>,
): UnknownWord[] {
  const counts = new Map<string, UnknownWord>();
  const count = (field: string, word: string) => {
    const key = `${field} ${foldWord(word)}`;
    const former = counts.get(key);
    counts.set(key, { field, word: former?.word ?? word, rows: (former?.rows ?? 0) + 1 });
  };
  for (const { field: name, code, value } of refusals) {
    const field = kind === null ? undefined : fieldOf(kind, name);
    if (code === 'CHOICE_INVALID' && value !== null && field !== undefined && takesMappedWords(field))
      count(name, value);
  }
  const mapped = new Set(words.flatMap(({ field, word }) => (field === 'branch' ? [foldWord(word)] : [])));
  const column = table?.headers.indexOf(mapping['branch'] ?? '') ?? -1;
  for (const cells of cellsByLine.values()) {
    const word = cells[column]?.trim() ?? '';
    if (word !== '' && !branches.has(word) && !mapped.has(foldWord(word))) count('branch', word);
  }
  return [...counts.values()].toSorted((a, b) => b.rows - a.rows).slice(0, MAXIMUM_WORDS);
}
