import { spreadQuestionOf } from '@tandem/metrics/sroi/answer';
import type { Spread, SpreadQuestion } from '@tandem/metrics/sroi/spread';
import { makeThread } from '../../threads/thread.ts';
import type { ReadVersion } from './value-map.loader.ts';

/** The middle 90 % of the draws of a net ratio, and how many there were. */
export interface NetSpread {
  readonly lower: number;
  readonly upper: number;
  readonly draws: number;
}

/** Draws take a processor a tenth of a second and more. */
const { ask } = makeThread<SpreadQuestion, Spread | null>('net-spread.worker', import.meta.url, 'drawing');

/** Spreads that were drawn, by all that they follow from: the same question has the same answer. Asked for longest ago first. */
const drawn = new Map<string, Promise<NetSpread | null>>();
const MOST_KEPT = 50;

/** How the net ratio of a version is spread as of its day; null where nothing of it is uncertain, or nothing was put in. */
export async function netSpreadOf({ version, rows, investment }: ReadVersion): Promise<NetSpread | null> {
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
  const answer = drawn.get(key) ?? draw(question);
  drawn.delete(key);
  drawn.set(key, answer);
  const [longestAgo] = drawn.keys();
  if (drawn.size > MOST_KEPT && longestAgo !== undefined) drawn.delete(longestAgo);
  try {
    return await answer;
  } catch (error) {
    drawn.delete(key);
    throw error;
  }
}

async function draw(question: SpreadQuestion): Promise<NetSpread | null> {
  const spread = await ask(question);
  return spread && { ...spread.interval, draws: spread.draws };
}
