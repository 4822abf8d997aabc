import { decimalSignOfTable } from '@tandem/domain/number-text';
import type { RefusalCode } from '@tandem/domain/refusal';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import { foldWord } from '@tandem/domain/said';
import { FIELDS, takesMappedWords, type ImportField } from './fields.ts';
import type { ImportKind } from './kinds.ts';
import type { Table } from './read-table.ts';
import type { ColumnMapping, MappedWord } from './recognise.ts';

/** Types of fields that hold a number. */
const NUMBERS: ReadonlySet<ImportField['type']> = new Set(['bigint', 'integer', 'smallint']);

export interface RowRefusal {
  readonly line: number;
  /** Name of the field that it is about. */
  readonly field: string;
  /** Header of the column that it is about. */
  readonly column: string | null;
  readonly value: string | null;
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
export type ParsedRow = { readonly line: number } & Readonly<Record<string, string | number | null>>;

/**
 * Reads the cells of each row by the fields of its kind; a row with anything refused is left out, each reason named.
 * What was is not after `today`. Words that were mapped are read as what they mean. Numbers that can be read in two ways
 * are read as the others of the file are written.
 */
export function parseRows(
  kind: ImportKind,
  table: Table,
  mapping: ColumnMapping,
  words: readonly MappedWord[],
  today: CalendarDay,
): { rows: ParsedRow[]; refusals: RowRefusal[] } {
  const columns = FIELDS[kind].flatMap((field) => {
    const column = mapping[field.name];
    return column === undefined
      ? []
      : [{ field, column, index: table.headers.indexOf(column), meaning: meaningOf(field, words) }];
  });
  const numbers = columns.flatMap(({ field, index }) =>
    NUMBERS.has(field.type) ? table.rows.map(({ cells }) => cells[index] ?? '') : [],
  );
  const sign = decimalSignOfTable(numbers, table.delimiter);
  const rows: ParsedRow[] = [];
  const refusals: RowRefusal[] = [];
  for (const { line, cells } of table.rows) {
    const row: Record<string, string | number | null> & { line: number } = { line };
    const wrong: RowRefusal[] = [];
    for (const { field, column, index, meaning } of columns) {
      const text = (cells[index] ?? '').trim();
      const at = { line, field: field.name, column };
      if (text === '') {
        row[field.name] = null;
        if (field.required) wrong.push({ ...at, value: null, code: 'REQUIRED' });
        continue;
      }
      const parsed = field.parse(meaning.get(foldWord(text)) ?? text, sign);
      if (!('value' in parsed)) wrong.push({ ...at, value: text, ...parsed });
      else if (field.type === 'date' && !field.ahead && parsed.value > today)
        wrong.push({ ...at, value: text, code: 'DAY_IN_FUTURE', params: { day: today } });
      else row[field.name] = parsed.value;
    }
    if (wrong.length === 0) rows.push(row);
    else refusals.push(...wrong);
  }
  return { rows, refusals };
}

/** What words of a field's cells mean, by the word as it is compared. */
function meaningOf(field: ImportField, words: readonly MappedWord[]): ReadonlyMap<string, string> {
  const own = takesMappedWords(field) ? words.filter((word) => word.field === field.name) : [];
  return new Map(own.map(({ word, means }) => [foldWord(word), means]));
}
