import { balanceOf, effectiveSize, type Balance } from './balance.ts';
import { countOf, designOf, fitLogistic, type Covariate, type LogisticFit, type NoFit } from './logistic.ts';
import { Z_95, type Interval } from './wilson.ts';

/**
 * Whose effect is asked about. TREATED (the default): what the programme did for those who took part; they keep weight 1
 * and the comparison group is weighted to look like them, which is what a programme answers for. ALL: what it would do
 * for both groups together, with weights stabilised by the share treated.
 */
export const ESTIMANDS = ['TREATED', 'ALL'] as const;
export type Estimand = (typeof ESTIMANDS)[number];

/** One place a row: treated 1 or 0, the outcome as a number (1 or 0 for a rate), covariates as they were before. */
export interface TwoGroups {
  readonly treated: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly covariates: readonly Covariate[];
  /** How many people each row stands for, where rows that are alike come as one. */
  readonly counts?: ArrayLike<number>;
}

export interface WeightedEffect {
  readonly estimand: Estimand;
  readonly rows: { readonly treated: number; readonly comparison: number };
  readonly effectiveRows: { readonly treated: number; readonly comparison: number };
  /** The largest part of the comparison group's weight that one row has: near 1, one person speaks for all. */
  readonly largestWeightShare: number;
  readonly unweighted: { readonly treated: number; readonly comparison: number; readonly difference: number };
  readonly weighted: { readonly treated: number; readonly comparison: number; readonly difference: number };
  readonly standardError: number;
  readonly interval: Interval;
  readonly balance: readonly Balance[];
  readonly weights: Float64Array;
}

/**
 * The effect of a programme by inverse-probability weighting: the chance of taking part is fitted on the covariates
 * (logistic regression), rows are weighted by it, and weighted means are compared (each divided by its sum of weights).
 * The standard error is a sandwich over the fit of the chances and the two means together, so it knows that weights were
 * estimated. It is an effect only as far as nothing else that matters differs between the groups; that cannot be tested.
 * Where there is no fit, it says why. Refuses (RangeError) what fitLogistic refuses.
 * Source: Hirano and Imbens 2001, Health Services and Outcomes Research Methodology 2:259-278; Lunceford and Davidian
 * 2004, Statistics in Medicine 23:2937-2960 (sandwich); Hernán and Robins 2020, Causal Inference: What If, chapter 12.
 */
export function weightedEffect(
  groups: TwoGroups,
  estimand: Estimand = 'TREATED',
  z = Z_95,
): WeightedEffect | NoFit {
  const { treated, covariates, counts } = groups;
  const fit = fitLogistic(covariates, treated, counts);
  if ('reason' in fit) return fit;
  const weights = weightsOf(fit, groups, estimand);
  const own = weightedMean(groups, weights, 1);
  const other = weightedMean(groups, weights, 0);
  const equal = new Float64Array(weights.length).fill(1);
  const plainOwn = weightedMean(groups, equal, 1);
  const plainOther = weightedMean(groups, equal, 0);
  const difference = own.mean - other.mean;
  const standardError = sandwich(groups, fit, weights, estimand, own, other);
  return {
    estimand,
    rows: { treated: plainOwn.weight, comparison: plainOther.weight },
    effectiveRows: {
      treated: effectiveSize(weights, (row) => treated[row] === 1, counts),
      comparison: effectiveSize(weights, (row) => treated[row] !== 1, counts),
    },
    largestWeightShare:
      weights.reduce((most, weight, row) => (treated[row] === 1 ? most : Math.max(most, weight)), 0) /
      other.weight,
    unweighted: {
      treated: plainOwn.mean,
      comparison: plainOther.mean,
      difference: plainOwn.mean - plainOther.mean,
    },
    weighted: { treated: own.mean, comparison: other.mean, difference },
    standardError,
    interval: { lower: difference - z * standardError, upper: difference + z * standardError },
    balance: covariates.map(({ name, values }) =>
      balanceOf(name, values, treated, weights, estimand === 'TREATED' ? 'TREATED' : 'POOLED', counts),
    ),
    weights,
  };
}

function weightsOf(
  { fitted }: LogisticFit,
  { treated, counts }: TwoGroups,
  estimand: Estimand,
): Float64Array {
  let people = 0;
  let own = 0;
  for (let row = 0; row < fitted.length; row += 1) {
    people += countOf(counts, row);
    own += treated[row] === 1 ? countOf(counts, row) : 0;
  }
  const share = own / people;
  return fitted.map((chance, row) => {
    if (estimand === 'TREATED') return treated[row] === 1 ? 1 : chance / (1 - chance);
    return treated[row] === 1 ? share / chance : (1 - share) / (1 - chance);
  });
}

interface WeightedMean {
  readonly mean: number;
  readonly weight: number;
}

function weightedMean(
  { treated, outcome, counts }: TwoGroups,
  weights: Float64Array,
  group: number,
): WeightedMean {
  let weight = 0;
  let sum = 0;
  for (let row = 0; row < outcome.length; row += 1) {
    if (treated[row] !== group) continue;
    const part = countOf(counts, row) * (weights[row] ?? 0);
    weight += part;
    sum += part * (outcome[row] ?? 0);
  }
  return { mean: sum / weight, weight };
}

/** The root of the sum of squares of what each person adds to the difference, through the means and through the fit. */
function sandwich(
  { treated, outcome, covariates, counts }: TwoGroups,
  fit: LogisticFit,
  weights: Float64Array,
  estimand: Estimand,
  own: WeightedMean,
  other: WeightedMean,
): number {
  const rows = weights.length;
  const width = covariates.length + 1;
  const design = designOf(covariates, rows);
  // How the difference moves with each coefficient of the fit.
  const slope = new Float64Array(width);
  const direct = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const isTreated = treated[row] === 1;
    const { mean, weight } = isTreated ? own : other;
    const chance = fit.fitted[row] ?? 0;
    const pull = ((weights[row] ?? 0) * ((outcome[row] ?? 0) - mean)) / weight;
    direct[row] = isTreated ? pull : -pull;
    const change = estimand === 'TREATED' ? (isTreated ? 0 : 1) : isTreated ? chance - 1 : chance;
    for (let column = 0; column < width; column += 1)
      slope[column] =
        (slope[column] ?? 0) +
        countOf(counts, row) * (direct[row] ?? 0) * change * (design[row * width + column] ?? 0);
  }
  const through = Array.from({ length: width }, (_, column) =>
    slope.reduce((sum, value, place) => sum + value * fit.covariance.get(place, column), 0),
  );
  let variance = 0;
  for (let row = 0; row < rows; row += 1) {
    const residual = (treated[row] ?? 0) - (fit.fitted[row] ?? 0);
    let indirect = 0;
    for (let column = 0; column < width; column += 1)
      indirect += (through[column] ?? 0) * residual * (design[row * width + column] ?? 0);
    variance += countOf(counts, row) * ((direct[row] ?? 0) + indirect) ** 2;
  }
  return Math.sqrt(variance);
}
