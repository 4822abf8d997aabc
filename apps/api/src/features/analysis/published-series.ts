import { isCounted } from '@tandem/metrics/any-metric';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import {
  countedOtherwise,
  differencesOf,
  misfitOf,
  publishedSeries,
  type Otherwise,
  type PublishedDifferences,
  type PublishedPlace,
} from '@tandem/metrics/published-rates';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { rateOf, type AskedRate } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import { listPublishedRates, type ToldRate } from './comparison.queries.ts';
import type { PublishedSeriesType } from './published-series.type.ts';

/** Every line of published rates of an indicator, each with what keeps it from standing beside the figure that is asked for. */
export async function publishedSeriesFor(
  context: Context,
  request: FigureRequest,
): Promise<PublishedSeriesType[]> {
  const asked = await rateOf(context, request);
  const figure = { otherwise: otherwiseOf(request, asked), countries: await countriesOf(context, asked) };
  const series = publishedSeries(await ratesOf(context, request.metric));
  return series.map(({ rates, ...line }) => ({
    ...line,
    label: rates.at(-1)?.label ?? '',
    region: rates.at(-1)?.region ?? null,
    differs: differencesFor(request, asked, line),
    misfit: misfitOf(line, figure),
    rates: [...rates],
  }));
}

function otherwiseOf({ metric: id }: FigureRequest, { metric, query }: AskedRate): Otherwise[] {
  return isCounted(id)
    ? countedOtherwise(CATALOGUE[id], { version: metric.version, parameters: query.parameters })
    : ['version'];
}

function differencesFor(
  { metric: id }: FigureRequest,
  { query }: AskedRate,
  line: Pick<PublishedPlace, 'windowMonths'>,
): PublishedDifferences {
  return isCounted(id)
    ? differencesOf(line, CATALOGUE[id], query.parameters)
    : { windowHere: null, populationHere: null };
}

/** Published rates by their indicator. */
const ratesOf = defineLoader<ToldRate[]>(
  async (metrics, { db, locale }) =>
    groupBy(await listPublishedRates(db, metrics, locale), ({ metric }) => metric),
  [],
);

/** The countries that a figure is about: those of the branches that it is narrowed to, else of all. */
function countriesOf(context: Context, { query: { filter } }: AskedRate): Promise<string[]> {
  return countriesByFilter(context, JSON.stringify([filter?.COUNTRY ?? null, filter?.BRANCH ?? null]));
}

const countriesByFilter = defineLoader<string[]>(async (filters, { db }) => {
  const found = filters.map(async (filter) => {
    const rows: { country: string }[] = await db.query(
      `select distinct country from branch where ($1::text[] is null or country = any ($1)) and ($2::text[] is null or id::text = any ($2))`,
      JSON.parse(filter),
    );
    return [filter, rows.map(({ country }) => country)] as const;
  });
  return new Map(await Promise.all(found));
}, []);
