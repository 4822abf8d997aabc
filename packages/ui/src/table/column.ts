import type { ReactNode } from 'react';
import type { Unit } from '../i18n/format.ts';

/** A column of a list: how it is headed, sorted, shown, and written to a file. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** How it is headed in a file, which is read without the page around it. */
  readonly fileHeader?: string;
  /** Numbers and money stand on the right. */
  readonly align?: 'right';
  /** The server's sort key; columns without one are not sortable. */
  readonly sort?: string;
  /** Always shown: it names the row. */
  readonly fixed?: boolean;
  /** Left out until it is chosen. */
  readonly hidden?: boolean;
  /** Long text: it may break into lines. */
  readonly wrap?: boolean;
  /** In files whether or not it is shown: what a reader of the file needs, and a page has no room for. */
  readonly filed?: boolean;
  /** Where it stands alone: on the page, since in a file there is nothing to press, or in files, which nobody can open further. */
  readonly only?: 'page' | 'file';
  /** On a phone, rows are their first cell and a line of those that say so; the others wait until the row is opened. */
  readonly line?: true;
  /** What a number is, for a workbook. */
  readonly as?: 'rate' | 'money' | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** What a file gets: a number as one, money in whole units, a rate of 0 to 1, a day or an instant as the API writes it. */
  readonly text: (row: Row) => string | number | null;
}

/** An amount in a unit as a file has it: money in whole units. */
export function fileAmount(amount: number, unit: Unit): number {
  return unit === 'CENTS' ? amount / 100 : amount;
}

/** What an amount in a unit is to a workbook. */
export function fileFormat(unit: Unit): Column<unknown>['as'] {
  if (unit === 'RATE') return 'rate';
  return unit === 'CENTS' || unit === 'RATIO' ? 'money' : undefined;
}

export interface SortState {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** The columns that a page can show. */
export function columnsOfPage<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  return columns.filter(({ only }) => only !== 'file');
}

/** The columns of a file of what is shown, in their order. */
export function columnsOfFile<Row>(
  columns: readonly Column<Row>[],
  shown: readonly Column<Row>[] = columns,
): readonly Column<Row>[] {
  return columns.filter(
    (column) =>
      column.only === 'file' || column.filed === true || (column.only !== 'page' && shown.includes(column)),
  );
}

/** The columns that are shown: `chosen` if the reader chose, else all but those hidden at first. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): readonly Column<Row>[] {
  return columnsOfPage(columns).filter(
    ({ id, fixed, hidden }) => fixed || (chosen === undefined ? !hidden : chosen.includes(id)),
  );
}
