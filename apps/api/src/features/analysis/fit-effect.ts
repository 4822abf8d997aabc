import type { Dimension } from '@tandem/metrics/definition';
import {
  weightedEffect,
  type Estimand,
  type WeightedEffect,
} from '@tandem/metrics/statistics/inverse-probability';
import type { NoFit } from '@tandem/metrics/statistics/logistic';
import { mayBeAShare } from '@tandem/domain/small-numbers';
import {
  columnsOf,
  comparableOf,
  holds,
  oneSidedOf,
  rowsOf,
  sizeOf,
  type Cell,
  type Column,
} from './comparison-cells.ts';
import type { NoEffectReason } from './weighted-comparison.type.ts';

/** An effect, and of which combinations it is. */
export interface FoundEffect {
  readonly used: readonly Cell[];
  readonly effect: WeightedEffect;
}

/** The effect over combinations of covariates, or why there is none. */
export function fitEffect(
  cells: readonly Cell[],
  chosen: readonly Dimension[],
  estimand: Estimand,
): FoundEffect | { readonly reason: NoEffectReason } {
  const used = estimand === 'TREATED' ? comparableOf(cells, chosen) : cells;
  const sizes = [sizeOf(used, true), sizeOf(used, false)];
  if (sizeOf(cells, true) > 0 && sizeOf(cells, false) > 0) {
    if (sizes.includes(0)) return { reason: 'SEPARATED' };
    if (!sizes.every(mayBeAShare)) return { reason: 'TOO_FEW' };
  }
  const effect = fitted(used, chosen, estimand);
  return 'reason' in effect ? { reason: effect.reason } : { used, effect };
}

/**
 * Without which covariates there is an effect where values that only one side has are why there is none: one of these
 * covariates where that is enough, else all of them; none where that does not help either.
 */
export function helpsWithout(
  cells: readonly Cell[],
  chosen: readonly Dimension[],
  estimand: Estimand,
): readonly Dimension[] {
  const causes = [...new Set(oneSidedOf(cells, chosen).map(({ covariate }) => covariate))];
  const found = [...causes.map((cause) => [cause]), causes].find((left) => {
    const rest = chosen.filter((covariate) => !left.includes(covariate));
    const fewer = cells.map((cell) => ({
      ...cell,
      keys: rest.map((covariate) => cell.keys[chosen.indexOf(covariate)] ?? ''),
    }));
    return rest.length > 0 && !('reason' in fitEffect(fewer, rest, estimand));
  });
  return found ?? [];
}

/** The same effect if all of whom it is not known had had the event: weights follow from who took part, which that does not change. */
export function ifAllHad(
  { used }: FoundEffect,
  chosen: readonly Dimension[],
  estimand: Estimand,
): WeightedEffect {
  const had = used.map((cell) => ({ ...cell, numerator: cell.numerator + cell.unknown }));
  const effect = fitted(had, chosen, estimand);
  if ('reason' in effect) throw new Error(`no effect with another outcome: ${effect.reason}`);
  return effect;
}

/** Columns that follow from others (who says nothing of age may say nothing of education) add nothing, and are left out. */
function fitted(
  used: readonly Cell[],
  chosen: readonly Dimension[],
  estimand: Estimand,
): WeightedEffect | NoFit {
  const columns = columnsOf(used, chosen);
  const { cells: each, treated, outcome, counts } = rowsOf(used);
  const covariatesOf = (some: readonly Column[]) =>
    some.map(({ covariate, value }, index) => ({
      name: String(index),
      values: each.map((cell) => holds(cell, chosen, covariate, value)),
    }));
  let inModel = columns.filter(({ isReference }) => !isReference);
  for (;;) {
    const answer = weightedEffect({ treated, outcome, counts, covariates: covariatesOf(inModel) }, estimand);
    if (!('reason' in answer) || answer.covariate === undefined) return answer;
    inModel = inModel.filter((_, index) => String(index) !== answer.covariate);
  }
}
