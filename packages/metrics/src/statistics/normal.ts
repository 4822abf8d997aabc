import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The point of the standard normal distribution that a two-sided interval of this level reaches to: 1.96 for 0.95.
 * Refuses (RangeError) levels that are not between 0 and 1.
 */
export function twoSidedPoint(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`no level of an interval: ${level}`);
  // From the lower tail: near 1 a level has no digits left for the upper one.
  return -quantile((1 - level) / 2, 0, 1);
}

/** The chance of a standard normal value as far from 0 as this one, or farther, on either side. */
export function twoSidedProbability(z: number): number {
  return 2 * cdf(-Math.abs(z), 0, 1);
}
