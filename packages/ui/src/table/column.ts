import type { ReactNode } from 'react';

/** A column of a list: how it is headed, sorted, shown, and written to a file. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
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
  /** Stands on the page alone: in a file there is nothing to press. */
  readonly onPage?: true;
  /** What a number is, for a workbook. */
  readonly as?: 'rate' | 'money' | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** What a file gets: a number as one, money in whole units, a rate of 0 to 1, a day or an instant as the API writes it. */
  readonly text: (row: Row) => string | number | null;
}

export interface SortState {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** The columns that are shown: `chosen` if the reader chose, else all but those hidden at first. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): readonly Column<Row>[] {
  return columns.filter(
    ({ id, fixed, hidden }) => fixed || (chosen === undefined ? !hidden : chosen.includes(id)),
  );
}
