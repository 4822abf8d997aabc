import { compareToPublished } from '@tandem/metrics/statistics/comparison';
import { wordingOfRate } from '@tandem/metrics/statistics/small-numbers';
import type { Context } from '../../graphql/context.ts';
import { figureFor, rateOf } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/metric.type.ts';
import { proportionOf } from './compare-figures.ts';
import { listPublishedRates } from './comparison.queries.ts';
import type { PublishedComparisonType } from './published-comparison.type.ts';

/** A figure held against every rate that others published of the same indicator. */
export async function comparePublished(
  context: Context,
  request: FigureRequest,
): Promise<PublishedComparisonType> {
  await rateOf(context, request);
  const result = await figureFor(context, request);
  const rates = await listPublishedRates(context.db, request.metric);
  const proportion = proportionOf(result);
  const differences = proportion === undefined ? [] : compareToPublished(proportion, rates);
  return {
    result,
    wording: wordingOfRate(proportion?.n ?? 0),
    rates: rates.map((published, index) => ({ published, difference: differences[index] ?? null })),
  };
}
