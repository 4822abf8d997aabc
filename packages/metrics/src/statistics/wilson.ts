/** The 97.5 % point of the standard normal distribution, for 95 % intervals. */
export const Z_95 = 1.959963984540054;

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval of a proportion, without continuity correction; both bounds lie in 0..1.
 * Refuses (RangeError) counts that are no whole numbers with 0 ≤ successes ≤ n and n > 0.
 * Source: Newcombe 1998, Statistics in Medicine 17:857-872, method 3.
 */
export function wilsonInterval(successes: number, n: number, z = Z_95): Interval {
  if (!Number.isInteger(successes) || !Number.isInteger(n) || n <= 0 || successes < 0 || successes > n) {
    throw new RangeError(`not a proportion: ${successes} of ${n}`);
  }
  const p = successes / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At the ends one bound is exactly 0 or 1; rounding must not lose that.
  return {
    lower: successes === 0 ? 0 : (centre - spread) / scale,
    upper: successes === n ? 1 : (centre + spread) / scale,
  };
}

/**
 * The interval of a mean by the normal approximation, from the sum and the sum of squares of n values.
 * Used for the Net Promoter Score, whose values are -1, 0 and 1. Refuses n = 0.
 */
export function meanInterval(sum: number, squares: number, n: number, z = Z_95): Interval {
  if (!Number.isInteger(n) || n <= 0) throw new RangeError(`no mean of ${n} values`);
  const mean = sum / n;
  const spread = z * Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
  return { lower: mean - spread, upper: mean + spread };
}
