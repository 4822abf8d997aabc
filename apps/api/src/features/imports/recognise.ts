import { foldWord, synonyms } from '@tandem/domain/said';
import { FIELDS } from './fields.ts';
import { IMPORT_KINDS, type ImportKind } from './kinds.ts';

/** Column of the file by name of the field that it fills. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** What a word in the cells of a field means: a code of its closed list, or the name of a branch. */
export interface MappedWord {
  readonly field: string;
  readonly word: string;
  readonly means: string;
}

/** The columns of a file that the headers of a kind name. */
export function mapHeaders(kind: ImportKind, headers: readonly string[]): ColumnMapping {
  const mapping: Record<string, string> = {};
  for (const { name, headers: known } of FIELDS[kind]) {
    const words = new Set(synonyms(known).map(foldWord));
    const header = headers.find((candidate) => words.has(foldWord(candidate)));
    if (header !== undefined) mapping[name] = header;
  }
  return mapping;
}

/** The kind of file whose required fields are all there, the one with most fields if several; undefined if none. */
export function recogniseKind(headers: readonly string[]): ImportKind | undefined {
  const candidates = IMPORT_KINDS.filter(
    (kind) => missingFields(kind, mapHeaders(kind, headers)).length === 0,
  );
  const explained = (kind: ImportKind) => new Set(Object.values(mapHeaders(kind, headers))).size;
  return candidates.toSorted((a, b) => explained(b) - explained(a))[0];
}

export function missingFields(kind: ImportKind, mapping: ColumnMapping): string[] {
  return FIELDS[kind]
    .filter(({ name, required }) => required && mapping[name] === undefined)
    .map(({ name }) => name);
}
