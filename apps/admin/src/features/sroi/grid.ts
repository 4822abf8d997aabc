import type { SroiNumber } from '@tandem/domain/vocabulary';
import { decimalSignOf, readNumber } from '@tandem/domain/number-text';
import { numberOf, withNumber } from './draft.ts';
import type { Row, Version } from './sroi.queries.ts';

/** A column of the grid, and how its number is typed: shares in per cent, money in euros. */
export interface GridColumn {
  readonly id: SroiNumber;
  readonly suffix: string;
  /** What is typed, times this, is the number. */
  readonly scale: number;
  readonly most: number | undefined;
  readonly whole: boolean;
}

const SHARE = { suffix: ' %', scale: 0.01, most: 100, whole: false };
const COLUMNS: readonly GridColumn[] = [
  { id: 'quantity', suffix: '', scale: 1, most: undefined, whole: false },
  { id: 'proxy', suffix: ' €', scale: 100, most: undefined, whole: false },
  { id: 'deadweight', ...SHARE },
  { id: 'displacement', ...SHARE },
  { id: 'attribution', ...SHARE },
  { id: 'leakage', ...SHARE },
  { id: 'substitution', ...SHARE },
  { id: 'dropOff', ...SHARE },
  { id: 'durationYears', suffix: '', scale: 1, most: 30, whole: true },
  { id: 'firstYear', suffix: '', scale: 1, most: 30, whole: true },
];

/** The columns of a version: leakage and substitution only where a row has them. */
export function columnsOf({ rows }: Version): readonly GridColumn[] {
  return COLUMNS.filter(
    ({ id }) => (id !== 'leakage' && id !== 'substitution') || rows.some((row) => row[id] > 0),
  );
}

export function typedOf(row: Row, { id, scale }: GridColumn): number {
  return Number((numberOf(row, id) / scale).toFixed(4));
}

/** The row with what was typed; as it was where the column cannot hold it. */
export function withTyped(row: Row, column: GridColumn, typed: number): Row {
  const { id, scale, most, whole } = column;
  const least = whole ? 1 : 0;
  if (isCounted(row, column)) return row;
  if (typed < least || (most !== undefined && typed > most) || (whole && !Number.isInteger(typed)))
    return row;
  return withNumber(row, id, Number((typed * scale).toFixed(8)));
}

/** Whether the number is that of an indicator, and not typed. */
function isCounted({ quantityMetric }: Row, { id }: GridColumn): boolean {
  return id === 'quantity' && quantityMetric != null;
}

/** Where a cell is found on the page. */
export function cellId(row: string, column: SroiNumber): string {
  return `cell-${row}-${column}`;
}

/** A pasted text that can be read as two numbers, and is not taken over. */
export interface Ambiguous {
  readonly text: string;
  readonly grouped: number;
  readonly decimal: number;
}

/**
 * Puts what was copied from a spreadsheet into the grid, from a cell on to the right and downwards. What is no number is left
 * out, and so is one that can be read in two ways where the others do not show which: it is told.
 */
export function pasted(
  version: Version,
  /** Keys of rows in the order in which they stand. */
  order: readonly string[],
  from: { readonly row: string; readonly column: SroiNumber },
  text: string,
): { readonly version: Version; readonly ambiguous: readonly Ambiguous[] } {
  const columns = columnsOf(version);
  const [top, left] = [order.indexOf(from.row), columns.findIndex(({ id }) => id === from.column)];
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const sign = decimalSignOf(lines.flat());
  const ambiguous: Ambiguous[] = [];
  const rows = version.rows.map((row) => {
    const cells = lines[order.indexOf(row.key) - top];
    if (cells === undefined || order.indexOf(row.key) < top) return row;
    return cells.reduce((changed, cell, index) => {
      const [column, read] = [columns[left + index], readNumber(cell, sign)];
      if (column === undefined || read.kind === 'NONE' || isCounted(changed, column)) return changed;
      if (read.kind === 'NUMBER') return withTyped(changed, column, read.value);
      ambiguous.push({ text: cell.trim(), grouped: read.grouped, decimal: read.decimal });
      return changed;
    }, row);
  });
  return { version: { ...version, rows }, ambiguous };
}
