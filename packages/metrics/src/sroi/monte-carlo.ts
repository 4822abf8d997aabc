import { SROI_PARAMETERS, type SroiParameter } from '@tandem/domain/vocabulary';
import { samplerOf, type Sampler, type Spread } from './distributions.ts';
import { fillUniform, generatorOf, type Generator } from './random.ts';
import { factorsOf, impactOf, presentValueFactor, type MapRow, type ValueMap } from './value-map.ts';

/** How far one parameter of one row may lie from its value. */
export interface Range extends Spread {
  readonly row: string;
  readonly parameter: SroiParameter;
}

export interface Simulation {
  /** Ratios after deductions, in rising order. */
  readonly sorted: Float64Array;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly median: number;
  /** The middle 90 %: the 5th and the 95th percentile. */
  readonly interval: { readonly lower: number; readonly upper: number };
  /** The share of draws in which less comes back than was put in. */
  readonly belowOne: number;
  readonly convergence: Convergence;
}

/** How far other draws of the same number could move the ends of the interval. */
export interface Convergence {
  readonly draws: number;
  /** 95 % confidence that each end lies between these two. */
  readonly lower: readonly [number, number];
  readonly upper: readonly [number, number];
  /** Whether each of the two is narrower than 2 % of the median. */
  readonly settled: boolean;
}

const DEFAULT_DRAWS = 100_000;
const MOST_DRAWS = 1_000_000;
/** Draws are made block by block, so that columns stay in the processor's nearest memory. */
const BLOCK = 2048;

/**
 * Ranges as they hold for the map: a quantity that is counted may leave its range as time goes, which then ends at it.
 */
export function rangesAround(map: ValueMap, ranges: readonly Range[]): Range[] {
  return ranges.map((range) => {
    const value = map.rows.find(({ key }) => key === range.row)?.[range.parameter];
    if (value === undefined) return range;
    return { ...range, low: Math.min(range.low, value), high: Math.max(range.high, value) };
  });
}

/**
 * Draws every ranged parameter anew, all others staying at their value, and says how the ratio after deductions comes out. The same
 * seed gives the same draws, and each parameter has a stream of its own. Parameters are drawn independently of each other.
 * Refuses (RangeError) a map into which nothing was put, a number of draws outside of 1 to MOST_DRAWS, and a range whose row there is not.
 */
export function simulate(
  map: ValueMap,
  ranges: readonly Range[],
  { seed, draws = DEFAULT_DRAWS }: { readonly seed: number; readonly draws?: number },
): Simulation {
  if (!(map.investment > 0)) throw new RangeError('nothing was put in');
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS)
    throw new RangeError(`${draws} is no number of draws`);
  return describe(drawRatios(map, ranges, seed, draws).toSorted());
}

/** The ratio after deductions of each draw, in the order in which they were drawn. */
export function drawRatios(
  map: ValueMap,
  ranges: readonly Range[],
  seed: number,
  draws: number,
): Float64Array {
  const unknown = ranges.find(({ row }) => !map.rows.some(({ key }) => key === row));
  if (unknown !== undefined) throw new RangeError(`a range of no row: ${unknown.row}`);
  const totals = new Float64Array(draws);
  const [product, column] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  let certain = 0;
  const drawn: RowPlan[] = [];
  for (const row of map.rows) {
    const plan = planOf(row, map, ranges, seed);
    if (plan.columns.length === 0) certain += plan.constant;
    else drawn.push(plan);
  }
  for (let start = 0; start < draws; start += BLOCK) {
    const count = Math.min(BLOCK, draws - start);
    const sums = totals.subarray(start, start + count).fill(certain);
    for (const plan of drawn) addRow(plan, sums, product, column);
  }
  for (let index = 0; index < draws; index += 1) totals[index] = (totals[index] ?? 0) / map.investment;
  return totals;
}

interface Column {
  readonly parameter: SroiParameter;
  readonly generator: Generator;
  readonly sample: Sampler;
}
interface RowPlan {
  /** The product of all that does not vary. */
  readonly constant: number;
  readonly columns: readonly Column[];
  readonly factors: readonly number[];
}

function planOf(row: MapRow, map: ValueMap, ranges: readonly Range[], seed: number): RowPlan {
  const own = SROI_PARAMETERS.flatMap((parameter) => {
    const range = ranges.find((range) => range.row === row.key && range.parameter === parameter);
    return range === undefined || range.distribution === 'FIXED' || range.low === range.high ? [] : [range];
  });
  const factors = factorsOf(row, map);
  const varies = new Set(own.map(({ parameter }) => parameter));
  // What varies is left out of the product: an amount as 1, a share as 0.
  const rest: MapRow = { ...row };
  const neutral = Object.fromEntries(
    [...varies].map((parameter) => [parameter, parameter === 'quantity' || parameter === 'proxy' ? 1 : 0]),
  );
  const constant =
    impactOf({ ...rest, ...neutral }) *
    (varies.has('dropOff') ? 1 : presentValueFactor(row.dropOff, factors));
  return {
    constant,
    factors,
    columns: own.map((range) => ({
      parameter: range.parameter,
      generator: generatorOf(seed, `${row.key}:${range.parameter}`),
      sample: samplerOf(range, row[range.parameter]),
    })),
  };
}

function addRow(
  { constant, columns, factors }: RowPlan,
  sums: Float64Array,
  product: Float64Array,
  column: Float64Array,
): void {
  const count = sums.length;
  product.fill(constant, 0, count);
  for (const { parameter, generator, sample } of columns) {
    fillUniform(generator, column, count);
    sample(column, count);
    if (parameter === 'quantity' || parameter === 'proxy')
      for (let index = 0; index < count; index += 1)
        product[index] = (product[index] ?? 0) * (column[index] ?? 0);
    else if (parameter === 'dropOff') multiplyByFactor(product, column, factors, count);
    else
      for (let index = 0; index < count; index += 1)
        product[index] = (product[index] ?? 0) * (1 - (column[index] ?? 0));
  }
  for (let index = 0; index < count; index += 1) sums[index] = (sums[index] ?? 0) + (product[index] ?? 0);
}

/** presentValueFactor over a column of drop-offs. */
function multiplyByFactor(
  product: Float64Array,
  dropOffs: Float64Array,
  factors: readonly number[],
  count: number,
): void {
  for (let index = 0; index < count; index += 1) {
    const kept = 1 - (dropOffs[index] ?? 0);
    let value = 0;
    for (let age = factors.length - 1; age >= 0; age -= 1) value = (factors[age] ?? 0) + kept * value;
    product[index] = (product[index] ?? 0) * value;
  }
}

function describe(sorted: Float64Array): Simulation {
  const draws = sorted.length;
  const mean = sorted.reduce((sum, ratio) => sum + ratio, 0) / draws;
  const squares = sorted.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0);
  const median = quantileOf(sorted, 0.5);
  const interval = { lower: quantileOf(sorted, 0.05), upper: quantileOf(sorted, 0.95) };
  const [lower, upper] = [quantileBounds(sorted, 0.05), quantileBounds(sorted, 0.95)];
  return {
    sorted,
    mean,
    standardDeviation: draws > 1 ? Math.sqrt(squares / (draws - 1)) : 0,
    median,
    interval,
    belowOne: shareBelow(sorted, 1),
    convergence: {
      draws,
      lower,
      upper,
      settled: [lower, upper].every(([from, to]) => to - from <= 0.02 * Math.abs(median)),
    },
  };
}

/** The quantile of numbers in rising order, by a straight line between neighbours (Hyndman and Fan 1996, type 7). */
export function quantileOf(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const [before, after] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return before + (after - before) * (place - Math.floor(place));
}

/**
 * Between which two draws a quantile lies with 95 % confidence, whatever the distribution: ranks n·p ± 1.96·√(n·p·(1−p)).
 * Source: Conover, Practical Nonparametric Statistics (1999), section 3.2.
 */
function quantileBounds(sorted: Float64Array, share: number): [number, number] {
  const reach = 1.959963984540054 * Math.sqrt(sorted.length * share * (1 - share));
  const at = (rank: number) => sorted[Math.max(0, Math.min(sorted.length - 1, rank))] ?? 0;
  return [
    at(Math.floor(sorted.length * share - reach) - 1),
    at(Math.ceil(sorted.length * share + reach) - 1),
  ];
}

/** The share of numbers in rising order that lie below a bound, 0 to 1; NaN of none. */
export function shareBelow(sorted: Float64Array, bound: number): number {
  return countBelow(sorted, bound) / sorted.length;
}

function countBelow(sorted: Float64Array, bound: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}

export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How many draws fall into each of `bins` parts of equal width between the lowest and the highest; the last one includes its end. */
export function histogramOf(sorted: Float64Array, bins = 30): HistogramBin[] {
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (low === high) return [{ from: low, to: high, count: sorted.length }];
  const edge = (bin: number) => low + ((high - low) * bin) / bins;
  let before = 0;
  return Array.from({ length: bins }, (_, bin) => {
    const until = bin === bins - 1 ? sorted.length : countBelow(sorted, edge(bin + 1));
    const count = until - before;
    before = until;
    return { from: edge(bin), to: edge(bin + 1), count };
  });
}
