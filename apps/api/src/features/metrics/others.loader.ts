import { isFew, SMALLEST_DENOMINATOR } from '@tandem/metrics/disclosure';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { duosOfOthers } from './compute-figures.ts';

const othersOf = defineLoader<number>(
  async ([partnerId = ''], context) => new Map([[partnerId, await duosOfOthers(context)]]),
  0,
);

/** Whether the duos beyond a partner's own are so few that a figure of the whole programme tells it of them. */
export async function othersAreFew(context: Context): Promise<boolean> {
  const { partnerId } = viewerOf(context);
  return partnerId !== null && isFew(await othersOf(context, partnerId), SMALLEST_DENOMINATOR);
}
