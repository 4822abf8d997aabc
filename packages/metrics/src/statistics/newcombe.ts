import { shareOf, weightedSumInterval, type Proportion } from './proportion.ts';
import { wilsonInterval, Z_95, type Interval } from './wilson.ts';

/**
 * Newcombe's hybrid score interval of first - second, two independent proportions, without continuity correction.
 * Refuses (RangeError) counts that are no proportion.
 * Source: Newcombe 1998, Statistics in Medicine 17:873-890, method 10.
 */
export function newcombeInterval(first: Proportion, second: Proportion, z = Z_95): Interval {
  return weightedSumInterval(
    [
      { weight: 1, proportion: first },
      { weight: -1, proportion: second },
    ],
    z,
  );
}

/** Of those who are in both samples: how many succeed in both, in one of them, and in neither. */
export interface Shared {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/**
 * The interval of first - second where some are in both samples. The limits are joined as in newcombeInterval, less what the
 * two shares have in common: the correlation of the shared ones (phi), as far as they make up the samples. Without shared
 * ones it is newcombeInterval, and where all are shared Newcombe's method 10 for paired proportions. Refuses (RangeError)
 * counts that are no proportion, and more shared ones than there are.
 * Source: Newcombe 1998, Statistics in Medicine 17:2635-2650, method 10; joining limits of dependent estimates: Zou 2007,
 * Psychological Methods 12:399-413.
 */
export function overlappingInterval(
  first: Proportion,
  second: Proportion,
  shared: Shared,
  z = Z_95,
): Interval {
  const { both, firstOnly, secondOnly, neither } = shared;
  const n = both + firstOnly + secondOnly + neither;
  if (Math.min(both, firstOnly, secondOnly, neither) < 0 || n > Math.min(first.n, second.n))
    throw new RangeError(`no shared part of ${first.n} and ${second.n}: ${n}`);
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  const product = both * neither - firstOnly * secondOnly;
  // As method 10 does, where they seem to go together.
  const corrected = product > 0 ? Math.max(0, product - n / 2) : product;
  const phi = margins === 0 ? 0 : corrected / Math.sqrt(margins);
  const correlation = (phi * n) / Math.sqrt(first.n * second.n);
  const one = wilsonInterval(first.successes, first.n, z);
  const other = wilsonInterval(second.successes, second.n, z);
  const [p, q] = [shareOf(first), shareOf(second)];
  const joined = (a: number, b: number) => Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  return {
    lower: p - q - joined(p - one.lower, other.upper - q),
    upper: p - q + joined(one.upper - p, q - other.lower),
  };
}
