import { lastYearOf, rateUpTo } from '@tandem/metrics/published-rates';
import { compareToPublished } from '@tandem/metrics/statistics/comparison';
import { wordingOfRate } from '@tandem/domain/small-numbers';
import type { Context } from '../../graphql/context.ts';
import { figureFor, rateOf } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import { proportionOf } from './compare-figures.ts';
import type { PublishedComparisonType } from './published-comparison.type.ts';
import { publishedSeriesFor } from './published-series.ts';

/** A figure held against what others published of the same: of each line that fits, the rate of the figure's last year. */
export async function comparePublished(
  context: Context,
  request: FigureRequest,
): Promise<PublishedComparisonType> {
  const { query } = await rateOf(context, request);
  const result = await figureFor(context, request);
  const year = lastYearOf(query);
  const series = await publishedSeriesFor(context, request);
  const rates = series.flatMap(({ misfit, ...line }) => {
    const rate = misfit === null ? rateUpTo(line, year) : undefined;
    return rate === undefined ? [] : [{ published: rate, differs: line.differs }];
  });
  // Of another window or of other duos the distance is no difference of the same.
  const alike = rates.filter(({ differs }) => differs.windowHere === null && differs.populationHere === null);
  const proportion = proportionOf(result);
  const differences =
    proportion === undefined
      ? []
      : compareToPublished(
          proportion,
          alike.map(({ published }) => published),
        );
  return {
    result,
    wording: wordingOfRate(proportion?.n ?? 0),
    rates: rates.map((rate) => ({ ...rate, difference: differences[alike.indexOf(rate)] ?? null })),
  };
}
