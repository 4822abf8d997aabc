import {
  histogramOf,
  shareBelow,
  simulate,
  type HistogramBin,
  type Range,
  type Simulation,
} from './monte-carlo.ts';
import { netRatioOf } from './result.ts';
import type { ValueMap } from './value-map.ts';

/** What is asked of a worker, so that a page does not wait for the draws. */
export interface SpreadQuestion {
  readonly map: ValueMap;
  readonly ranges: readonly Range[];
  readonly seed: number;
  readonly draws: number;
}
/** A simulation without its draws. */
export interface Spread extends Pick<Simulation, 'interval' | 'median' | 'belowOne'> {
  /** The share of draws below the ratio that the map itself comes to: a half where it stands in their middle. */
  readonly belowNet: number;
  readonly bins: readonly HistogramBin[];
  readonly draws: number;
  readonly settled: boolean;
  readonly lower: readonly [number, number];
  readonly upper: readonly [number, number];
}

/** How the net ratio is spread; null where nothing was put in. */
export function spreadOf({ map, ranges, seed, draws }: SpreadQuestion): Spread | null {
  if (map.investment <= 0) return null;
  const { sorted, interval, median, belowOne, convergence } = simulate(map, ranges, { seed, draws });
  const { settled, lower, upper } = convergence;
  const belowNet = shareBelow(sorted, netRatioOf(map) ?? 0);
  return { interval, median, belowOne, belowNet, bins: histogramOf(sorted), draws, settled, lower, upper };
}
