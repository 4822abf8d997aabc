import { CATALOGUE } from '@tandem/metrics/catalogue';
import { isCountedAsUsual, misfitOf, publishedSeries } from '@tandem/metrics/published-rates';
import type { Context } from '../../graphql/context.ts';
import { rateOf, type AskedRate } from '../metrics/figures.loader.ts';
import { isCounted, type FigureRequest } from '../metrics/metric.type.ts';
import { listPublishedRates } from './comparison.queries.ts';
import type { PublishedSeriesType } from './published-series.type.ts';

/** Every line of published rates of an indicator, each with what keeps it from standing beside the figure that is asked for. */
export async function publishedSeriesFor(
  context: Context,
  request: FigureRequest,
): Promise<PublishedSeriesType[]> {
  const asked = await rateOf(context, request);
  const figure = { isCountedAsUsual: isUsual(request, asked), countries: await countriesOf(context, asked) };
  const series = publishedSeries(await listPublishedRates(context.db, request.metric));
  return series.map(({ rates, ...line }) => ({
    ...line,
    misfit: misfitOf(line, figure),
    rates: [...rates],
  }));
}

function isUsual({ metric: id }: FigureRequest, { metric, query }: AskedRate): boolean {
  return (
    isCounted(id) &&
    isCountedAsUsual(CATALOGUE[id], { version: metric.version, parameters: query.parameters })
  );
}

/** The countries that a figure is about: those of the branches that it is narrowed to, else of all. */
async function countriesOf({ db }: Context, { query: { filter } }: AskedRate): Promise<string[]> {
  const rows: { country: string }[] = await db.query(
    `select distinct country from branch where ($1::text[] is null or country = any ($1)) and ($2::text[] is null or id::text = any ($2))`,
    [filter?.COUNTRY ?? null, filter?.BRANCH ?? null],
  );
  return rows.map(({ country }) => country);
}
