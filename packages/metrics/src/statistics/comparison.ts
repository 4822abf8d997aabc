import { newcombeInterval } from './newcombe.ts';
import { newcombeProbability } from './newcombe-probability.ts';
import { twoSidedPoint, twoSidedProbability } from './normal.ts';
import { shareOf, type Proportion } from './proportion.ts';
import { mayBeAShare } from '@tandem/domain/small-numbers';
import { wilsonInterval, Z_95, type Interval } from './wilson.ts';

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

/** A rate that somebody published; how many people it rests on, where that is known. */
export interface Published {
  readonly rate: number;
  readonly people: number | null;
}

/**
 * A group against rates that others published, each as the group less the rate. A rate with its number of people is an
 * independent proportion (Newcombe); one without is taken as it is, without an error of its own, so that its interval is
 * the group's Wilson interval less the rate, and its p-value that of the score test, which agrees with it. Verdicts rest
 * on p-values that are adjusted together, as in compareToReference. Refuses (RangeError) counts that are no proportion
 * and rates outside of 0..1.
 */
export function compareToPublished(group: Proportion, rates: readonly Published[]): Comparison[] {
  if (rates.length === 0) return [];
  const probabilities = rates.map((published) => publishedProbability(group, published));
  const adjusted = holmAdjusted(probabilities);
  const point = simultaneousPoint(rates.length);
  return rates.map((published, index) => {
    const difference = shareOf(group) - published.rate;
    const adjustedProbability = at(adjusted, index);
    const isSayable = mayBeAShare(group.n) && (published.people === null || mayBeAShare(published.people));
    return {
      difference,
      interval: publishedInterval(group, published, Z_95),
      simultaneous: publishedInterval(group, published, point),
      probability: at(probabilities, index),
      adjustedProbability,
      verdict: isSayable ? verdictOf(difference, adjustedProbability) : 'TOO_FEW',
    };
  });
}

/** A published share of so many, in whole people. */
function proportionOf({ rate }: Published, people: number): Proportion {
  return { successes: Math.round(rate * people), n: people };
}

function publishedInterval(group: Proportion, published: Published, z: number): Interval {
  if (published.people !== null) return newcombeInterval(group, proportionOf(published, published.people), z);
  const { lower, upper } = wilsonInterval(group.successes, group.n, z);
  return { lower: lower - published.rate, upper: upper - published.rate };
}

function publishedProbability(group: Proportion, published: Published): number {
  const { rate, people } = published;
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`no rate: ${rate}`);
  if (people !== null) return newcombeProbability(group, proportionOf(published, people));
  const difference = shareOf(group) - rate;
  return difference === 0 ? 1 : twoSidedProbability(difference / Math.sqrt((rate * (1 - rate)) / group.n));
}

function verdictOf(difference: number, adjustedProbability: number): Verdict {
  if (adjustedProbability >= SIGNIFICANCE) return 'NOT_CLEAR';
  return difference > 0 ? 'HIGHER' : 'LOWER';
}
