import { foldWord } from './cells.ts';
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

/** The words of a file that may be mapped by hand, those of most rows first. */
export function unknownWords(
  { kind, rows, refusals }: ReadFile,
  newBranches: ReadonlySet<string>,
): UnknownWord[] {
  const counts = new Map<string, UnknownWord>();
  const count = (field: string, word: string) => {
    const key = `${field} ${foldWord(word)}`;
    const former = counts.get(key);
    counts.set(key, { field, word: former?.word ?? word, rows: (former?.rows ?? 0) + 1 });
  };
  for (const { field: name, code, value } of refusals) {
    const field = kind === null ? undefined : fieldOf(kind, name);
    const isUnknown = code === 'CHOICE_INVALID' || (code === 'REFERENCE_UNKNOWN' && name === 'branch');
    if (isUnknown && value !== null && field !== undefined && takesMappedWords(field)) count(name, value);
  }
  for (const { branch } of rows)
    if (typeof branch === 'string' && newBranches.has(branch)) count('branch', branch);
  return [...counts.values()].toSorted((a, b) => b.rows - a.rows).slice(0, MAXIMUM_WORDS);
}
