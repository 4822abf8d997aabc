import type { CountedCell } from '@tandem/metrics/compile-cells';
import type { Dimension } from '@tandem/metrics/definition';
import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import type { Proportion } from '@tandem/metrics/statistics/proportion';
import type { OneSidedValueType } from './weighted-comparison.type.ts';

/** One combination of covariates on one side. */
export interface Cell extends CountedCell {
  readonly treated: boolean;
  /** Of how many of them it is not known whether they have had the event; they count as without. */
  readonly unknown: number;
}

/** A value of a covariate. One value of each, the commonest, is what the others are held against in the model. */
export interface Column {
  readonly covariate: Dimension;
  readonly value: string;
  readonly isReference: boolean;
}

export function columnsOf(cells: readonly Cell[], chosen: readonly Dimension[]): Column[] {
  return chosen.flatMap((covariate, place) => {
    const sizes = new Map<string, number>();
    for (const { keys, denominator } of cells) {
      const value = keys[place] ?? '';
      sizes.set(value, (sizes.get(value) ?? 0) + denominator);
    }
    const [commonest] = [...sizes].toSorted(([, a], [, b]) => b - a);
    const values = inNaturalOrder(
      covariate,
      [...sizes.keys()].map((key) => ({ key })),
    );
    return values.map(({ key: value }) => ({ covariate, value, isReference: value === commonest?.[0] }));
  });
}

export function holds(
  { keys }: Cell,
  chosen: readonly Dimension[],
  covariate: Dimension,
  value: string,
): number {
  return keys[chosen.indexOf(covariate)] === value ? 1 : 0;
}

/** Two rows for each combination: those with the outcome and those without, each with its count. */
export function rowsOf(used: readonly Cell[]) {
  const rows = used.flatMap((cell) =>
    [
      { cell, outcome: 1, count: cell.numerator },
      { cell, outcome: 0, count: cell.denominator - cell.numerator },
    ].filter(({ count }) => count > 0),
  );
  return {
    cells: rows.map(({ cell }) => cell),
    treated: rows.map(({ cell }) => (cell.treated ? 1 : 0)),
    outcome: rows.map(({ outcome }) => outcome),
    counts: rows.map(({ count }) => count),
  };
}

export function sizeOf(cells: readonly Cell[], treated: boolean): number {
  return countsOf(cells, treated).n;
}

/** How many people a side has, how many of them had the event, and of how many it is not known. */
export interface SideCounts extends Proportion {
  readonly unknown: number;
}

export function countsOf(cells: readonly Cell[], treated: boolean): SideCounts {
  const side = cells.filter((cell) => cell.treated === treated);
  const sum = (of: (cell: Cell) => number) => side.reduce((all, cell) => all + of(cell), 0);
  return {
    successes: sum(({ numerator }) => numerator),
    n: sum(({ denominator }) => denominator),
    unknown: sum(({ unknown }) => unknown),
  };
}

export function oneSidedOf(cells: readonly Cell[], chosen: readonly Dimension[]): OneSidedValueType[] {
  return columnsOf(cells, chosen).flatMap(({ covariate, value }) => {
    const having = cells.filter((cell) => holds(cell, chosen, covariate, value) === 1);
    const sizes = { treated: sizeOf(having, true), comparison: sizeOf(having, false) };
    return sizes.treated > 0 && sizes.comparison > 0 ? [] : [{ covariate, value, ...sizes }];
  });
}

/**
 * Those who can be compared: everybody whose every value somebody of the other side has too. Who has none like him on the other
 * side would have no weight, or nobody to be held against. Without some, others may have nobody left.
 */
export function comparableOf(cells: readonly Cell[], chosen: readonly Dimension[]): readonly Cell[] {
  const oneSided = oneSidedOf(cells, chosen);
  if (oneSided.length === 0) return cells;
  return comparableOf(
    cells.filter(
      (cell) => !oneSided.some(({ covariate, value }) => holds(cell, chosen, covariate, value) === 1),
    ),
    chosen,
  );
}
