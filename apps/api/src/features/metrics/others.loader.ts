import { isFew } from '@tandem/metrics/disclosure';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { duosOfOthers } from './compute-figures.ts';
import { thresholdsOf } from './thresholds.loader.ts';

const othersOf = defineLoader<number>(
  async ([partnerId = ''], context) => new Map([[partnerId, await duosOfOthers(context)]]),
  0,
);

/** Whether the duos beyond a partner's own are so few that a figure of the whole programme tells it of them. */
export async function othersAreFew(context: Context): Promise<boolean> {
  const { partnerId } = viewerOf(context);
  if (partnerId === null) return false;
  const { SMALLEST_DENOMINATOR } = await thresholdsOf(context);
  return isFew(await othersOf(context, partnerId), SMALLEST_DENOMINATOR);
}
