import type { Distribution, SroiParameter } from '@tandem/domain/vocabulary';
import type { Discounting, DiscountStep } from './discounting.ts';
import { rangesAround, type Range } from './monte-carlo.ts';
import type { SpreadQuestion } from './spread.ts';
import { atPriceLevel, type MapRow, type PriceIndex, type ValueMap } from './value-map.ts';

/** A version of a value map as the API answers it. Money is in cents. */
export interface AnsweredVersion {
  readonly rows: readonly AnsweredRow[];
  readonly investment: { readonly cents: number };
  readonly discountSchedule: readonly DiscountStep[];
  readonly discountConvention: Discounting['convention'];
  readonly horizonYears: number;
}
interface AnsweredRow extends Omit<MapRow, 'proxy'> {
  readonly proxy: { readonly cents: number };
  readonly priceIndex?: PriceIndex | null;
  readonly ranges: readonly {
    readonly parameter: SroiParameter;
    readonly distribution: Distribution;
    readonly low: number;
    readonly high: number;
  }[];
}

/** The version as the formulas take it, with today's quantities and cost; proxies at the price level that their rows state. */
export function mapOf({
  rows,
  investment,
  discountSchedule,
  discountConvention,
  horizonYears,
}: AnsweredVersion): ValueMap {
  return {
    rows: rows.map((row) => ({ ...row, proxy: atPriceLevel(row.proxy.cents, row.priceIndex) })),
    investment: investment.cents,
    discounting: { schedule: discountSchedule, convention: discountConvention },
    horizonYears,
  };
}

/** What of the version is uncertain, at the price levels of its rows. */
export function rangesOf(version: AnsweredVersion): Range[] {
  const ranges = version.rows.flatMap(({ key, ranges, priceIndex }) =>
    ranges.map(({ parameter, distribution, low, high }): Range => {
      const level = (end: number) => (parameter === 'proxy' ? atPriceLevel(end, priceIndex) : end);
      return { row: key, parameter, distribution, low: level(low), high: level(high) };
    }),
  );
  return rangesAround(mapOf(version), ranges);
}

/** What is asked of the simulation of a version; undefined where nothing of it is uncertain. */
export function spreadQuestionOf(
  version: AnsweredVersion & Pick<SpreadQuestion, 'seed' | 'draws'>,
): SpreadQuestion | undefined {
  const ranges = rangesOf(version).filter(({ distribution }) => distribution !== 'FIXED');
  if (ranges.length === 0) return undefined;
  return { map: mapOf(version), ranges, seed: version.seed, draws: version.draws };
}
