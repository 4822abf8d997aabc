import { spreadQuestionOf } from '@tandem/metrics/sroi/answer';
import { spreadOf } from '@tandem/metrics/sroi/spread';
import type { ReadVersion } from './value-map.loader.ts';

/** The middle 90 % of the draws of a net ratio, and how many there were. */
export interface NetSpread {
  readonly lower: number;
  readonly upper: number;
  readonly draws: number;
}

/** Spreads that were drawn, by all that they follow from: the same question has the same answer. */
const drawn = new Map<string, NetSpread | null>();
const MOST_KEPT = 50;

/** How the net ratio of a version is spread as of its day; null where nothing of it is uncertain, or nothing was put in. */
export function netSpreadOf({ version, rows, investment }: ReadVersion): NetSpread | null {
  const { discountSchedule, discountConvention, horizonYears, seed, draws } = version;
  const question = spreadQuestionOf({
    rows: rows.map((row) => ({
      ...row,
      quantity: row.quantityOnDay,
      proxy: { cents: row.proxyCents },
      priceIndex:
        row.priceIndexFrom === null || row.priceIndexTo === null
          ? null
          : { from: row.priceIndexFrom, to: row.priceIndexTo },
    })),
    investment: { cents: investment },
    discountSchedule,
    discountConvention,
    horizonYears,
    seed,
    draws,
  });
  if (question === undefined) return null;
  const key = JSON.stringify(question);
  const before = drawn.get(key);
  if (before !== undefined) return before;
  const spread = spreadOf(question);
  const answer = spread && { ...spread.interval, draws: spread.draws };
  const [oldest] = drawn.keys();
  if (drawn.size >= MOST_KEPT && oldest !== undefined) drawn.delete(oldest);
  drawn.set(key, answer);
  return answer;
}
