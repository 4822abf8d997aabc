import { refusedNumber } from '@tandem/domain/sroi-inputs';
import type { SroiNumber } from '@tandem/domain/vocabulary';
import { GRID_COLUMNS, type GridColumn } from '@tandem/ui/grid-columns';
import { numberOf, withNumber } from './draft.ts';
import type { Row, Version } from './sroi.queries.ts';

/** The columns of a version: leakage and substitution only where a row has them. */
export function columnsOf({ rows }: Version): readonly GridColumn[] {
  return GRID_COLUMNS.filter(
    ({ id }) => (id !== 'leakage' && id !== 'substitution') || rows.some((row) => row[id] > 0),
  );
}

export function typedOf(row: Row, { id, scale }: GridColumn): number {
  return Number((numberOf(row, id) / scale).toFixed(4));
}

/** Why what was typed or pasted is not taken over; a bound in the units of its column. */
export type NotTaken =
  | { readonly why: 'EMPTY' | 'NO_NUMBER' | 'NUMBER_INVALID' | 'OTHER_UNIT' | 'COUNTED' | 'BESIDE_THE_MAP' }
  | { readonly why: 'TOO_SMALL' | 'TOO_LARGE'; readonly bound: number }
  | { readonly why: 'TWO_WAYS'; readonly grouped: number; readonly decimal: number };

/** The row with what was typed, or why it stays as it was. */
export function withTyped(row: Row, column: GridColumn, typed: number): Row | NotTaken {
  const { id, scale } = column;
  if (isCounted(row, column)) return { why: 'COUNTED' };
  const value = Number((typed * scale).toFixed(8));
  const refused = refusedNumber(id, value);
  if (refused === undefined) return withNumber(row, id, value);
  const { code, bound } = refused;
  return code === 'NUMBER_INVALID' || bound === undefined
    ? { why: 'NUMBER_INVALID' }
    : { why: code, bound: Number((bound / scale).toFixed(8)) };
}

/** Whether the number is that of an indicator, and not typed. */
export function isCounted({ quantityMetric }: Row, { id }: GridColumn): boolean {
  return id === 'quantity' && quantityMetric != null;
}

/** Where a cell is found on the page. */
export function cellId(row: string, column: SroiNumber): string {
  return `cell-${row}-${column}`;
}
