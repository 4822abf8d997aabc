import { decimalSignOf, readNumber } from '@tandem/domain/number-text';
import type { SroiNumber } from '@tandem/domain/vocabulary';
import { columnsOf, withTyped, type NotTaken } from './grid.ts';
import type { Row, Version } from './sroi.queries.ts';

/** A pasted cell that is not taken over: where it would have stood, what it says and why. */
interface LeftOut {
  /** What the row is about, and which number of it; null beside the map. */
  readonly outcome: string | null;
  readonly column: SroiNumber | null;
  readonly text: string;
  readonly because: NotTaken;
}

/** A block that was pasted: the map with it, how many of its cells were taken over, and every other one. */
export interface Pasted {
  readonly version: Version;
  readonly taken: number;
  readonly leftOut: readonly LeftOut[];
}

/** What says of a number what it is in: one that says another unit than its column has is another number. */
const UNITS = ['%', '€'];

/**
 * Puts what was copied from a spreadsheet into the grid, from a cell on to the right and downwards. Every cell of the block is either
 * taken over as it is or left out and told: what is no number, can be read in two ways where the others do not show which, is in another
 * unit than its column, lies beyond what that can be, or would stand beside the map.
 */
export function pasted(
  version: Version,
  /** Keys of rows in the order in which they stand. */
  order: readonly string[],
  from: { readonly row: string; readonly column: SroiNumber },
  text: string,
): Pasted {
  const columns = columnsOf(version);
  const [top, left] = [order.indexOf(from.row), columns.findIndex(({ id }) => id === from.column)];
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const sign = decimalSignOf(lines.flat());
  const changed = new Map(version.rows.map((row): [string, Row] => [row.key, row]));
  const leftOut: LeftOut[] = [];
  let taken = 0;
  for (const [down, cells] of lines.entries())
    for (const [right, cell] of cells.entries()) {
      const [row, column] = [changed.get(order[top + down] ?? ''), columns[left + right]];
      const leave = (because: NotTaken) =>
        leftOut.push({
          outcome: row?.outcome ?? null,
          column: column?.id ?? null,
          text: cell.trim(),
          because,
        });
      if (row === undefined || column === undefined) {
        if (cell.trim() !== '') leave({ why: 'BESIDE_THE_MAP' });
        continue;
      }
      const read = readNumber(cell, sign);
      if (cell.trim() === '') leave({ why: 'EMPTY' });
      else if (read.kind === 'NONE') leave({ why: 'NO_NUMBER' });
      else if (UNITS.some((unit) => cell.includes(unit) && column.suffix.trim() !== unit))
        leave({ why: 'OTHER_UNIT' });
      else if (read.kind === 'EITHER')
        leave({ why: 'TWO_WAYS', grouped: read.grouped, decimal: read.decimal });
      else {
        const next = withTyped(row, column, read.value);
        if ('why' in next) leave(next);
        else {
          changed.set(row.key, next);
          taken += 1;
        }
      }
    }
  const rows = version.rows.map((row) => changed.get(row.key) ?? row);
  return { version: { ...version, rows }, taken, leftOut };
}
