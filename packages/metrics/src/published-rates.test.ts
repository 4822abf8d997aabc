import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import {
  isCountedAsUsual,
  lastYearOf,
  misfitOf,
  publishedSeries,
  rateUpTo,
  valuesByYear,
  type PublishedSeries,
} from './published-rates.ts';

const rate = (label: string, country: string | null, year: number, value = 0.5) => ({
  label,
  country,
  year,
  rate: value,
});
type Rate = ReturnType<typeof rate>;

function seriesOf(...rates: readonly Rate[]): PublishedSeries<Rate> {
  const [first, second] = publishedSeries(rates);
  if (first === undefined || second !== undefined) throw new Error('not one line');
  return first;
}

test('rates of one name and country are one line, the earliest first', () => {
  const lines = publishedSeries([
    rate('B', 'BE', 2017),
    rate('A', null, 2016),
    rate('B', 'NL', 2016),
    rate('B', 'BE', 2016),
  ]);
  expect(lines.map(({ key, rates }) => [key, rates.map(({ year }) => year)])).toEqual([
    [':A', [2016]],
    ['BE:B', [2016, 2017]],
    ['NL:B', [2016]],
  ]);
});

test('no rate is lost or doubled by making lines of them', () => {
  const one = fc.record({
    label: fc.constantFrom('A', 'B', 'BE:A'),
    country: fc.constantFrom('BE', 'FR', null),
    year: fc.integer({ min: 2010, max: 2020 }),
    rate: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(one), (rates) => {
      const lines = publishedSeries(rates);
      const all = lines.flatMap((line) => line.rates);
      return (
        all.length === rates.length &&
        rates.every((each) => all.includes(each)) &&
        new Set(lines.map(({ key }) => key)).size === lines.length &&
        lines.every(({ label, country, rates: of }) =>
          of.every((each) => each.label === label && each.country === country),
        )
      );
    }),
  );
});

test('a rate of a country stands beside figures of that country, one of none beside all', () => {
  const figure = { isCountedAsUsual: true, countries: ['BE'] };
  expect(misfitOf({ country: 'BE' }, figure)).toBeNull();
  expect(misfitOf({ country: null }, figure)).toBeNull();
  expect(misfitOf({ country: 'NL' }, figure)).toBe('COUNTRY');
  expect(misfitOf({ country: 'BE' }, { ...figure, isCountedAsUsual: false })).toBe('COUNTING');
});

test('with another window, anchor, population, evidence or version a figure is not counted as usual', () => {
  const metric = CATALOGUE.POSITIVE_EXIT_RATE;
  const { version } = metric;
  expect(isCountedAsUsual(metric, { version })).toBe(true);
  expect(isCountedAsUsual(metric, { version, parameters: { windowMonths: 12, anchor: 'START' } })).toBe(true);
  for (const parameters of [
    { windowMonths: 6 },
    { anchor: 'CLOSURE' },
    { population: 'CLOSED' },
    { evidence: 'DOCUMENTED' },
  ] as const)
    expect([parameters, isCountedAsUsual(metric, { version, parameters })]).toEqual([parameters, false]);
  expect(isCountedAsUsual(CATALOGUE.COMPLETION_RATE, { version: 1 })).toBe(false);
  // What is not asked with parameters is counted one way alone.
  expect(isCountedAsUsual(CATALOGUE.COMPLETION_RATE, { version: 2, parameters: { windowMonths: 6 } })).toBe(
    true,
  );
});

test('a figure of a year is held against the latest rate up to it, else against the first', () => {
  const line = seriesOf(rate('A', 'BE', 2014), rate('A', 'BE', 2016));
  expect([2013, 2014, 2015, 2016, 2019].map((year) => rateUpTo(line, year)?.year)).toEqual([
    2014, 2014, 2014, 2016, 2016,
  ]);
});

test('a line of several years says nothing of others; a single rate is a level', () => {
  const years = [2015, 2016, 2017];
  const line = seriesOf(rate('A', 'BE', 2014, 0.1), rate('A', 'BE', 2016, 0.2));
  expect([...valuesByYear(line, years)]).toEqual([[2016, 0.2]]);
  expect([...valuesByYear(seriesOf(rate('A', null, 2025, 0.72)), years)]).toEqual(
    years.map((year) => [year, 0.72]),
  );
});

test('the last year of a figure is that of its period’s last day, and never after the day as of which it is', () => {
  const period = { from: '2016-01-01', to: '2017-01-01' };
  expect(lastYearOf({ asOf: '2017-12-31' })).toBe(2017);
  expect(lastYearOf({ asOf: '2017-12-31', period })).toBe(2016);
  expect(lastYearOf({ asOf: '2015-06-30', period })).toBe(2015);
});
