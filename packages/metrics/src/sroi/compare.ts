import { SROI_NUMBERS, type SroiNumber } from '@tandem/domain/vocabulary';
import { netRatioOf } from './result.ts';
import type { ValueMap } from './value-map.ts';

/** What of a map differs from another, and by how much the ratio moves when it is changed. */
export interface MapDifference {
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'DISCOUNTING' | 'HORIZON' | 'INVESTMENT';
  /** The row that it is about; null for what is of the whole map. */
  readonly row: string | null;
  /** Numbers of the row that differ, with both values. */
  readonly parameters: readonly {
    readonly parameter: SroiNumber;
    readonly before: number;
    readonly after: number;
  }[];
  /** What it does to the ratio after deductions, once what stands before it in the list is done. */
  readonly effect: number;
}

/**
 * What leads from one map to another: rows by their keys, then discounting, horizon and investment, one after the other, so that the
 * effects add up to the difference of the two ratios. Refuses (RangeError) a map into which nothing was put.
 */
export function differencesOf(first: ValueMap, second: ValueMap): MapDifference[] {
  const differences: MapDifference[] = [];
  let current = first;
  const moveTo = (next: ValueMap, difference: Omit<MapDifference, 'effect'>) => {
    differences.push({ ...difference, effect: ratio(next) - ratio(current) });
    current = next;
  };
  for (const before of first.rows) {
    const after = second.rows.find(({ key }) => key === before.key);
    const others = current.rows.filter(({ key }) => key !== before.key);
    if (after === undefined) {
      moveTo({ ...current, rows: others }, { kind: 'REMOVED', row: before.key, parameters: [] });
      continue;
    }
    const parameters = SROI_NUMBERS.filter((parameter) => before[parameter] !== after[parameter]).map(
      (parameter) => ({ parameter, before: before[parameter], after: after[parameter] }),
    );
    if (parameters.length > 0 || before.stakeholder !== after.stakeholder)
      moveTo({ ...current, rows: [...others, after] }, { kind: 'CHANGED', row: before.key, parameters });
  }
  for (const row of second.rows)
    if (!first.rows.some(({ key }) => key === row.key))
      moveTo({ ...current, rows: [...current.rows, row] }, { kind: 'ADDED', row: row.key, parameters: [] });
  const whole = { row: null, parameters: [] };
  if (JSON.stringify(first.discounting) !== JSON.stringify(second.discounting))
    moveTo({ ...current, discounting: second.discounting }, { kind: 'DISCOUNTING', ...whole });
  if (first.horizonYears !== second.horizonYears)
    moveTo({ ...current, horizonYears: second.horizonYears }, { kind: 'HORIZON', ...whole });
  if (first.investment !== second.investment)
    moveTo({ ...current, investment: second.investment }, { kind: 'INVESTMENT', ...whole });
  return differences;
}

function ratio(map: ValueMap): number {
  const value = netRatioOf(map);
  if (value === null) throw new RangeError('nothing was put in');
  return value;
}
