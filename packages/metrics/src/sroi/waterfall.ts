import { roundCents } from '@tandem/domain/money';
import { DEDUCTIONS, type Deduction } from '@tandem/domain/vocabulary';
import { gross, presentValueOf, type ValueMap } from './value-map.ts';

export interface Waterfall {
  /** In whole cents. */
  readonly gross: number;
  /** What each kind of deduction takes of the present value, one after the other; `takes` is positive where value is taken. */
  readonly steps: readonly { readonly deduction: Deduction; readonly takes: number; readonly left: number }[];
  readonly net: number;
}

/**
 * From gross to net: the deductions in the order of DEDUCTIONS, each on what the ones before it left. Levels are rounded to whole
 * cents first and steps are their differences, so that gross less all steps is net, to the cent.
 */
export function waterfallOf(map: ValueMap): Waterfall {
  const applied = new Set<Deduction>();
  const level = () =>
    roundCents(
      presentValueOf({
        ...map,
        rows: map.rows.map((row) => ({
          ...gross(row),
          ...Object.fromEntries([...applied].map((deduction) => [deduction, row[deduction]])),
        })),
      }),
    );
  const first = level();
  let before = first;
  const steps = DEDUCTIONS.map((deduction) => {
    applied.add(deduction);
    const left = level();
    const takes = before - left;
    before = left;
    return { deduction, takes, left };
  });
  return { gross: first, steps, net: before };
}
