import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { ImportKind } from './kinds.ts';
import { parseRows, type ParsedRow, type RowRefusal } from './parse-rows.ts';
import { readTable, type FileProblem, type Table } from './read-table.ts';
import {
  mapHeaders,
  missingFields,
  recogniseKind,
  type ColumnMapping,
  type MappedWord,
} from './recognise.ts';

export interface ImportedFile {
  readonly name: string;
  readonly content: Buffer;
  /** Chosen by hand where the headers are not recognised. */
  readonly chosen?: {
    readonly kind: ImportKind;
    readonly mapping: ColumnMapping;
    readonly words?: readonly MappedWord[];
  };
}

/** What rows of amounts come to, in cents: those that are accepted, and of them the new ones and those that put a line right. */
export interface Amounts {
  readonly accepted: number;
  readonly added: { readonly rows: number; readonly cents: number };
  readonly corrected: { readonly rows: number; readonly cents: number; readonly formerCents: number };
}

/** How many rows of what was lie after a day. */
export interface RowsAhead {
  readonly rows: number;
  readonly day: CalendarDay;
}

/** A file as it was read, cell by cell; checks against the records add to its refusals, and what came of its rows to what they come to. */
export interface ReadFile {
  readonly index: number;
  readonly name: string;
  readonly table: Table | null;
  readonly kind: ImportKind | null;
  readonly mapping: ColumnMapping;
  readonly words: readonly MappedWord[];
  problem: FileProblem | null;
  readonly rows: ParsedRow[];
  readonly cellsByLine: ReadonlyMap<number, readonly string[]>;
  readonly refusals: RowRefusal[];
  amounts: Amounts | null;
  ahead: RowsAhead | null;
}

/** Reads a file as what it is recognised, or was chosen, to be; one of a kind that is not among `kinds` is not taken. */
export function readFile(
  { name, content, chosen }: ImportedFile,
  index: number,
  today: CalendarDay,
  kinds: ReadonlySet<ImportKind>,
): ReadFile {
  const nothing = {
    index,
    name,
    table: null,
    kind: null,
    mapping: {},
    words: [],
    rows: [],
    refusals: [],
    cellsByLine: new Map(),
    amounts: null,
    ahead: null,
  };
  const table = readTable(content);
  if ('code' in table) return { ...nothing, problem: table };
  const kind = chosen?.kind ?? recogniseKind(table.headers) ?? null;
  if (kind === null) return { ...nothing, table, problem: nearestProblem(table, kinds) };
  if (!kinds.has(kind)) return { ...nothing, table, kind, problem: { code: 'KIND_NOT_YOURS' } };
  const mapping = chosen?.mapping ?? mapHeaders(kind, table.headers);
  const words = chosen?.words ?? [];
  const missing = missingFields(kind, mapping);
  if (missing.length > 0)
    return {
      ...nothing,
      table,
      kind,
      mapping,
      problem: { code: 'COLUMN_MISSING', missing: { kind, fields: missing } },
    };
  const cellsByLine = new Map(table.rows.map(({ line, cells }) => [line, cells]));
  return {
    index,
    name,
    table,
    kind,
    mapping,
    words,
    problem: null,
    cellsByLine,
    amounts: null,
    ahead: null,
    ...parseRows(kind, table, mapping, words, today),
  };
}

/** A file with all needed columns of one of the kinds but one or two lacks these; any other is not recognised. */
function nearestProblem({ headers }: Table, kinds: ReadonlySet<ImportKind>): FileProblem {
  const lacking = [...kinds]
    .map((kind) => {
      const mapping = mapHeaders(kind, headers);
      return { kind, known: Object.keys(mapping).length, missing: missingFields(kind, mapping) };
    })
    .filter(({ known, missing }) => missing.length <= 2 && known >= 2);
  const nearest = lacking.toSorted((a, b) => b.known - a.known)[0];
  if (nearest === undefined) return { code: 'FILE_NOT_RECOGNISED' };
  return { code: 'COLUMN_MISSING', missing: { kind: nearest.kind, fields: nearest.missing } };
}
