import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A column of the design: one number a row. The constant is added by the fit. */
export interface Covariate {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface LogisticFit {
  /** The constant first, then in the order of the covariates. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly deviance: number;
  /** The fitted chance of each row. */
  readonly fitted: Float64Array;
  /** The inverse of the information: the covariance of the coefficients. */
  readonly covariance: Matrix;
}
/** ONE_GROUP: all rows answer alike. SEPARATED: the covariates tell the groups apart wholly. COLLINEAR: one follows from others. */
export const NO_FIT_REASONS = ['ONE_GROUP', 'SEPARATED', 'COLLINEAR'] as const;
export type NoFitReason = (typeof NO_FIT_REASONS)[number];
export interface NoFit {
  readonly reason: NoFitReason;
  /** The first covariate that follows from those before it, where that is the reason: without it the fit says as much. */
  readonly covariate?: string;
}

const MOST_STEPS = 50;
const SMALLEST_CHANGE = 1e-12;
/** A fitted chance as near to 0 or 1 as this means that no finite coefficients are the likeliest. */
const CERTAIN = 1e-8;
const SINGULAR = 1e-10;

/** How many people each row stands for; one where they are not given. */
export type Counts = ArrayLike<number> | undefined;

export function countOf(counts: Counts, row: number): number {
  return counts === undefined ? 1 : (counts[row] ?? 0);
}

/** The design as one array, row after row, with the constant in front. */
export function designOf(covariates: readonly Covariate[], rows: number): Float64Array {
  const width = covariates.length + 1;
  const design = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    design[row * width] = 1;
    for (const [column, { values }] of covariates.entries())
      design[row * width + column + 1] = values[row] ?? Number.NaN;
  }
  return design;
}

/**
 * Logistic regression of 0/1 answers by maximum likelihood (iteratively reweighted least squares). Where there is no
 * finite answer it says why. Rows that are alike may come as one with its count: a database groups a million people into
 * few. Refuses (RangeError) covariates or counts of another length than the answers, and values that are no numbers.
 * Source: McCullagh and Nelder 1989, Generalized Linear Models, sections 2.5 and 4.4.
 */
export function fitLogistic(
  covariates: readonly Covariate[],
  answers: ArrayLike<number>,
  counts?: Counts,
): LogisticFit | NoFit {
  const rows = answers.length;
  if ([...covariates.map(({ values }) => values), counts ?? answers].some(({ length }) => length !== rows))
    throw new RangeError('as many values as answers');
  const design = designOf(covariates, rows);
  if (!design.every(Number.isFinite)) throw new RangeError('values that are no numbers');
  let yes = 0;
  let people = 0;
  for (let row = 0; row < rows; row += 1) {
    const count = countOf(counts, row);
    people += count;
    yes += answers[row] === 1 ? count : 0;
  }
  if (yes === 0 || yes === people) return { reason: 'ONE_GROUP' };

  const width = covariates.length + 1;
  const collinear = firstCollinear(design, rows, width);
  if (collinear !== undefined) {
    const { name } = covariates[collinear - 1] ?? {};
    return { reason: 'COLLINEAR', ...(name !== undefined && { covariate: name }) };
  }
  const fitted = new Float64Array(rows);
  let coefficients: number[] = Array.from({ length: width }, () => 0);
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = deviance;
    deviance = predict(design, coefficients, answers, counts, fitted);
    const { information, score } = slopes(design, width, answers, counts, fitted);
    const factor = new CholeskyDecomposition(information);
    if (!factor.isPositiveDefinite() || fitted.some((chance) => chance < CERTAIN || chance > 1 - CERTAIN))
      return { reason: 'SEPARATED' };
    if (Math.abs(before - deviance) / (Math.abs(deviance) + 0.1) < SMALLEST_CHANGE) {
      const covariance = factor.solve(Matrix.eye(width));
      return {
        coefficients,
        standardErrors: covariance.diagonal().map(Math.sqrt),
        deviance,
        fitted,
        covariance,
      };
    }
    const change = factor.solve(Matrix.columnVector(score)).to1DArray();
    coefficients = coefficients.map((value, column) => value + (change[column] ?? 0));
  }
  return { reason: 'SEPARATED' };
}

/** Puts the chances of these coefficients into `fitted`, and returns the deviance. */
function predict(
  design: Float64Array,
  coefficients: readonly number[],
  answers: ArrayLike<number>,
  counts: Counts,
  fitted: Float64Array,
): number {
  const width = coefficients.length;
  let deviance = 0;
  for (let row = 0; row < fitted.length; row += 1) {
    let linear = 0;
    for (let column = 0; column < width; column += 1)
      linear += (design[row * width + column] ?? 0) * (coefficients[column] ?? 0);
    fitted[row] = 1 / (1 + Math.exp(-linear));
    // ln(1 + e^x) without overflow.
    const signed = answers[row] === 1 ? -linear : linear;
    const surprise = signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
    deviance += 2 * countOf(counts, row) * surprise;
  }
  return deviance;
}

function slopes(
  design: Float64Array,
  width: number,
  answers: ArrayLike<number>,
  counts: Counts,
  fitted: Float64Array,
): { information: Matrix; score: number[] } {
  const sums = new Float64Array(width * width);
  const score = new Float64Array(width);
  for (let row = 0; row < fitted.length; row += 1) {
    const chance = fitted[row] ?? 0;
    const count = countOf(counts, row);
    const weight = count * chance * (1 - chance);
    const residual = count * ((answers[row] ?? 0) - chance);
    for (let column = 0; column < width; column += 1) {
      const value = design[row * width + column] ?? 0;
      score[column] = (score[column] ?? 0) + residual * value;
      for (let other = 0; other <= column; other += 1) {
        const place = column * width + other;
        sums[place] = (sums[place] ?? 0) + weight * value * (design[row * width + other] ?? 0);
      }
    }
  }
  return { information: symmetric(sums, width), score: [...score] };
}

function symmetric(sums: Float64Array, width: number): Matrix {
  const matrix = Matrix.zeros(width, width);
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column <= row; column += 1) {
      matrix.set(row, column, sums[row * width + column] ?? 0);
      matrix.set(column, row, sums[row * width + column] ?? 0);
    }
  return matrix;
}

/** The first column that follows from those before it: by Gram and Schmidt, what is left of it is next to nothing. */
function firstCollinear(design: Float64Array, rows: number, width: number): number | undefined {
  const sums = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < width; column += 1)
      for (let other = 0; other <= column; other += 1) {
        const place = column * width + other;
        sums[place] =
          (sums[place] ?? 0) + (design[row * width + column] ?? 0) * (design[row * width + other] ?? 0);
      }
  // In units of each column's own length, so that euros and years are judged alike.
  const lengths = Array.from({ length: width }, (_, column) => Math.sqrt(sums[column * width + column] ?? 0));
  const nothing = lengths.indexOf(0);
  if (nothing >= 0) return nothing;
  const scaled = sums.map(
    (sum, place) => sum / ((lengths[Math.floor(place / width)] ?? 1) * (lengths[place % width] ?? 1)),
  );
  const lower = new CholeskyDecomposition(symmetric(scaled, width)).lowerTriangularMatrix;
  const left = Array.from({ length: width }, (_, column) => lower.get(column, column) ** 2);
  const place = left.findIndex((part) => !(part > SINGULAR));
  return place < 0 ? undefined : place;
}
