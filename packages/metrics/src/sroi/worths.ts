import { gross, presentValueOfRow, type ValueMap } from './value-map.ts';

/** What a row of a value map is worth, in cents. */
export interface RowWorth {
  /** Of one of its quantity, after its index. */
  readonly proxy: number;
  /** Present value before all deductions. */
  readonly gross: number;
  /** Present value after them. */
  readonly net: number;
}

/** What each row of a map is worth, by its key; the nets add up to the present value of the map. */
export function worthsOf(map: ValueMap): ReadonlyMap<string, RowWorth> {
  return new Map(
    map.rows.map((row) => [
      row.key,
      { proxy: row.proxy, gross: presentValueOfRow(gross(row), map), net: presentValueOfRow(row, map) },
    ]),
  );
}
