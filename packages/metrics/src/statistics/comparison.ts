import { newcombeInterval, newcombeProbability } from './newcombe.ts';
import { twoSidedPoint } from './normal.ts';
import { shareOf, type Proportion } from './proportion.ts';
import { mayBeAShare } from './small-numbers.ts';
import { Z_95, type Interval } from './wilson.ts';

/** What is called clear: a chance of 5 % at most that any one of the comparisons is called so without a difference. */
export const SIGNIFICANCE = 0.05;

/** TOO_FEW: one of the two groups is too small for its rate to be shown, so nothing is said of a difference. */
export const VERDICTS = ['HIGHER', 'LOWER', 'NOT_CLEAR', 'TOO_FEW'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Comparison {
  /** The group less the reference. */
  readonly difference: number;
  /** Newcombe's 95 % interval of this difference alone. */
  readonly interval: Interval;
  /** Intervals that hold all differences at once in 95 of 100 (Bonferroni). */
  readonly simultaneous: Interval;
  readonly probability: number;
  /** Adjusted for how many comparisons there are (Holm). */
  readonly adjustedProbability: number;
  readonly verdict: Verdict;
}

/**
 * Each p-value as it is after adjusting for how many there are; in the order given, at most 1.
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65-70.
 */
export function holmAdjusted(probabilities: readonly number[]): number[] {
  const order = probabilities
    .map((_, index) => index)
    .toSorted((a, b) => at(probabilities, a) - at(probabilities, b));
  const adjusted = Array.from(probabilities, () => 1);
  let highest = 0;
  for (const [rank, index] of order.entries()) {
    highest = Math.max(highest, (probabilities.length - rank) * at(probabilities, index));
    adjusted[index] = Math.min(1, highest);
  }
  return adjusted;
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at ${index}`);
  return value;
}

/** The point of the normal distribution for intervals that all hold at once in 95 of 100, however they depend (Bonferroni). */
export function simultaneousPoint(comparisons: number): number {
  if (!Number.isInteger(comparisons) || comparisons < 1)
    throw new RangeError(`no number of comparisons: ${comparisons}`);
  return twoSidedPoint(1 - SIGNIFICANCE / comparisons);
}

/**
 * Every group against the reference, as independent proportions. A verdict rests on the adjusted p-value of the
 * difference, never on whether two intervals overlap: they may while the difference is clear. A difference that is called
 * clear always has a 95 % interval without 0; the simultaneous one, which is wider than it needs to be, may still hold it.
 * Refuses (RangeError) counts that are no proportion.
 */
export function compareToReference(reference: Proportion, groups: readonly Proportion[]): Comparison[] {
  if (groups.length === 0) return [];
  const probabilities = groups.map((group) => newcombeProbability(group, reference));
  const adjusted = holmAdjusted(probabilities);
  const point = simultaneousPoint(groups.length);
  return groups.map((group, index) => {
    const difference = shareOf(group) - shareOf(reference);
    const adjustedProbability = at(adjusted, index);
    return {
      difference,
      interval: newcombeInterval(group, reference, Z_95),
      simultaneous: newcombeInterval(group, reference, point),
      probability: at(probabilities, index),
      adjustedProbability,
      verdict:
        mayBeAShare(group.n) && mayBeAShare(reference.n)
          ? verdictOf(difference, adjustedProbability)
          : 'TOO_FEW',
    };
  });
}

function verdictOf(difference: number, adjustedProbability: number): Verdict {
  if (adjustedProbability >= SIGNIFICANCE) return 'NOT_CLEAR';
  return difference > 0 ? 'HIGHER' : 'LOWER';
}
