import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { loadSampleRates } from './sample-rates.sql.ts';

const analyst = viewerWith('ANALYST');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

const SERIES = `query ($metric: MetricId!) { publishedSeries(metric: $metric) {
  label country misfit rates { year rate source link population version } } }`;
interface Series {
  readonly country: string | null;
  readonly misfit: string | null;
  readonly rates: readonly { readonly year: number; readonly rate: number }[];
}
const seriesOf = async (metric: string): Promise<Series[]> =>
  (await ask(kit, analyst, SERIES, { metric })).publishedSeries;

test('the sample stands beside Eurostat’s rates of its country, year by year', async () => {
  const lines = await seriesOf('EMPLOYMENT_RATE');
  expect(lines.map(({ country, misfit }) => [country, misfit])).toEqual([
    ['BE', null],
    ['FR', 'COUNTRY'],
    ['NL', 'COUNTRY'],
  ]);
  // indicators.be, “Employment rate”, from Eurostat lfsa_ergan: 67.2, 67.7 and 68.5 in 2015 to 2017.
  const [belgium] = lines;
  expect(belgium?.rates.map(({ year, rate }) => [year, rate])).toEqual([
    [2013, 0.672],
    [2014, 0.673],
    [2015, 0.672],
    [2016, 0.677],
    [2017, 0.685],
  ]);
});

test('what the programme published of itself stands beside the indicator that it is about', async () => {
  for (const [metric, rate] of [
    ['POSITIVE_EXIT_RATE', 0.72],
    ['STABLE_EMPLOYMENT_RATE', 0.5],
    ['MENTOR_LOYALTY_RATE', 0.82],
  ] as const)
    expect(await seriesOf(metric)).toMatchObject([{ country: null, misfit: null, rates: [{ rate }] }]);
});

test('every rate of the sample says where it can be checked and about whom it is, and is loaded once', async () => {
  await loadSampleRates(kit.db);
  const { publishedRates } = await ask(kit, analyst, '{ publishedRates { source link population } }');
  expect(publishedRates).toHaveLength(18);
  for (const { source, link, population } of publishedRates) {
    expect(source).toMatch(/\w{4}/);
    expect(link).toMatch(/^https:/);
    expect(population).toMatch(/^(all residents|its young people|its mentors)/);
  }
});

test('a reader of each language meets the sample’s rates in it', async () => {
  const said = async (locale: 'fr' | 'nl' | 'en') => {
    const { publishedRates } = await ask(
      { ...kit, locale },
      analyst,
      '{ publishedRates { label population labelFr labelNl labelEn populationFr populationNl populationEn source sourceLanguage sourceFr sourceNl sourceEn } }',
    );
    return publishedRates;
  };
  const [french, dutch, english] = await Promise.all((['fr', 'nl', 'en'] as const).map(said));
  for (const [index, rate] of french.entries()) {
    const three = [rate, dutch[index], english[index]];
    expect(three.map(({ label }) => label)).toEqual([rate.labelFr, rate.labelNl, rate.labelEn]);
    const populations = three.map(({ population }) => population);
    expect(populations).toEqual([rate.populationFr, rate.populationNl, rate.populationEn]);
    expect(new Set(populations).size).toBe(3);
    const sources = three.map(({ source }) => source);
    expect(sources).toEqual([rate.sourceFr, rate.sourceNl, rate.sourceEn]);
    expect(new Set(sources).size).toBe(3);
    expect(three.map(({ sourceLanguage }) => sourceLanguage)).toEqual(['fr', 'nl', 'en']);
  }
});
