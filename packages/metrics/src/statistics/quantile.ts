/** A value, and how many have it. */
export interface Counted {
  readonly value: number;
  readonly count: number;
}

/**
 * The quantile `p` (0 to 1) of values that are given by how often each occurs; null where there are none. Between two values
 * it lies on the line between them: definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50 (1996), which PostgreSQL's percentile_cont uses too.
 */
export function quantile(values: readonly Counted[], p: number): number | null {
  const between = aroundQuantile(values, p);
  if (between === null) return null;
  const { lower, upper, part } = between;
  return lower + (upper - lower) * part;
}

/** The two values between which the quantile `p` lies, and which part of the way it is from the lower to the upper; null where there are none. */
export function aroundQuantile(
  values: readonly Counted[],
  p: number,
): { readonly lower: number; readonly upper: number; readonly part: number } | null {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const place = p * (total - 1);
  const before = Math.floor(place);
  return {
    lower: valueAt(sorted, before),
    upper: valueAt(sorted, Math.ceil(place)),
    part: place - before,
  };
}

/** The value at a place, counted from 0, in the order of values. */
function valueAt(sorted: readonly Counted[], place: number): number {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (place < passed) return value;
  }
  throw new RangeError(`there is no value at place ${place}`);
}
