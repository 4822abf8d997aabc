import { wilsonInterval, Z_95, type Interval } from './wilson.ts';

/** So many of so many: whole numbers, 0 ≤ successes ≤ n, n > 0. */
export interface Proportion {
  readonly successes: number;
  readonly n: number;
}
/** A proportion and what it is multiplied by in a sum. */
export interface Term {
  readonly weight: number;
  readonly proportion: Proportion;
}

export function shareOf({ successes, n }: Proportion): number {
  return successes / n;
}

/** The sum of independent proportions, each times its weight. */
export function weightedSum(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight, proportion }) => sum + weight * shareOf(proportion), 0);
}

/**
 * The interval of a sum of independent proportions, each times its weight, from their Wilson intervals (MOVER: the
 * variance of each is recovered from its own limits, near to where the sum's limit lies). With one term of weight 1 it is
 * Wilson's own interval, with weights 1 and -1 Newcombe's method 10. Refuses what wilsonInterval refuses.
 * Source: Zou, Huang and Zhang 2009, Computational Statistics and Data Analysis 53:1080-1085.
 */
export function weightedSumInterval(terms: readonly Term[], z = Z_95): Interval {
  let below = 0;
  let above = 0;
  for (const { weight, proportion } of terms) {
    const share = shareOf(proportion);
    const { lower, upper } = wilsonInterval(proportion.successes, proportion.n, z);
    const [down, up] = weight >= 0 ? [share - lower, upper - share] : [upper - share, share - lower];
    below += (weight * down) ** 2;
    above += (weight * up) ** 2;
  }
  const sum = weightedSum(terms);
  return { lower: sum - Math.sqrt(below), upper: sum + Math.sqrt(above) };
}
