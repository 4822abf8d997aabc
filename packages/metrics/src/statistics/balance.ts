import { countOf, type Counts } from './logistic.ts';

/** How alike two groups are in one covariate. */
export interface Balance {
  readonly name: string;
  readonly meanTreated: number;
  readonly meanComparison: number;
  readonly weightedMeanTreated: number;
  readonly weightedMeanComparison: number;
  /** Differences of means in standard deviations, before and after weighting; null where nobody differs from anybody. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Kish's effective sample size: how many rows of equal weight say as much. Source: Kish 1965, Survey Sampling, section 11.7. */
export function effectiveSize(
  weights: ArrayLike<number>,
  among: (row: number) => boolean,
  counts?: Counts,
): number {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < weights.length; row += 1) {
    if (!among(row)) continue;
    const weight = weights[row] ?? 0;
    const count = countOf(counts, row);
    sum += count * weight;
    squares += count * weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

/**
 * The balance of one covariate between treated (1) and comparison (0). The standard deviation is that of the unweighted
 * treated (`TREATED`) or the root of the mean of both groups' variances (`POOLED`), the same before and after, so that
 * both are in one measure. Variances are with n - 1; of a 0/1 covariate p(1-p).
 * Source: Austin 2009, Statistics in Medicine 28:3083-3107; Stuart 2010, Statistical Science 25:1-21.
 */
export function balanceOf(
  name: string,
  values: ArrayLike<number>,
  treated: ArrayLike<number>,
  weights: ArrayLike<number>,
  unit: 'TREATED' | 'POOLED',
  counts?: Counts,
): Balance {
  const groups = [1, 0].map((group) => momentsOf(values, weights, counts, (row) => treated[row] === group));
  const [own, other] = groups;
  if (own === undefined || other === undefined) throw new RangeError('two groups');
  const deviation = Math.sqrt(unit === 'TREATED' ? own.variance : (own.variance + other.variance) / 2);
  const standardised = (difference: number) =>
    deviation > 0 ? difference / deviation : difference === 0 ? 0 : null;
  return {
    name,
    meanTreated: own.mean,
    meanComparison: other.mean,
    weightedMeanTreated: own.weighted,
    weightedMeanComparison: other.weighted,
    before: standardised(own.mean - other.mean),
    after: standardised(own.weighted - other.weighted),
  };
}

function momentsOf(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  counts: Counts,
  among: (row: number) => boolean,
): { mean: number; weighted: number; variance: number } {
  let n = 0;
  let sum = 0;
  let weightSum = 0;
  let weightedSum = 0;
  let isBinary = true;
  for (let row = 0; row < values.length; row += 1) {
    if (!among(row)) continue;
    const value = values[row] ?? 0;
    const count = countOf(counts, row);
    const weight = count * (weights[row] ?? 0);
    n += count;
    sum += count * value;
    weightSum += weight;
    weightedSum += weight * value;
    isBinary &&= value === 0 || value === 1;
  }
  const mean = sum / n;
  let squares = 0;
  for (let row = 0; row < values.length; row += 1)
    if (among(row)) squares += countOf(counts, row) * ((values[row] ?? 0) - mean) ** 2;
  return {
    mean,
    weighted: weightedSum / weightSum,
    variance: isBinary ? mean * (1 - mean) : squares / Math.max(1, n - 1),
  };
}
