import { wordsIn, type InLanguages } from '@tandem/domain/in-languages';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import {
  countedOtherwise,
  differencesOf,
  lastYearOf,
  misfitOf,
  publishedSeries,
  rateUpTo,
  valuesByYear,
  type Otherwise,
  type PublishedSeries,
} from './published-rates.ts';

const NOWHERE = { fr: null, nl: null, en: null };
const rate = (label: string, country: string | null, year: number, value = 0.5) => ({
  name: { fr: null, nl: null, en: label } as InLanguages,
  country,
  place: NOWHERE as InLanguages,
  windowMonths: null as number | null,
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

test('a line is the same whatever languages its rates are named in, and another region or window is another line', () => {
  const named: Rate = { ...rate('', 'BE', 2016), name: { fr: 'Sortie', nl: 'Uitstroom', en: null } };
  const flanders = { fr: 'Flandre', nl: 'Vlaanderen', en: null };
  const lines = publishedSeries<Rate>([
    named,
    { ...named, year: 2017, name: { fr: 'Sortie', nl: null, en: 'Exit' } },
    { ...named, windowMonths: 6 },
    { ...named, place: flanders },
    { ...named, place: { ...NOWHERE, fr: 'A@6:B' } },
  ]);
  const counts = lines.map(({ key, windowMonths, rates }) => [key, [windowMonths, rates.length]] as const);
  expect(Object.fromEntries(counts)).toEqual({
    'BE:Sortie': [null, 2],
    'BE@6:Sortie': [6, 1],
    'BE/Flandre:Sortie': [null, 1],
    'BE/A%406%3AB:Sortie': [null, 1],
  });
});

test('no rate is lost or doubled by making lines of them', () => {
  const words = fc.constantFrom(null, 'A', 'B', 'BE:A', 'B@6', '/A');
  const one = fc.record({
    name: fc.record({ fr: words, nl: words, en: fc.constantFrom('A', 'B', 'BE:A') }),
    country: fc.constantFrom('BE', 'FR', null),
    place: fc.record({ fr: words, nl: words, en: words }),
    windowMonths: fc.constantFrom(6, 12, null),
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
        lines.every(({ country, windowMonths, rates: of }) =>
          of.every(
            (each) =>
              each.country === country &&
              each.windowMonths === windowMonths &&
              wordsIn(each.name, 'fr') === wordsIn(of[0]?.name ?? NOWHERE, 'fr') &&
              wordsIn(each.place, 'fr') === wordsIn(of[0]?.place ?? NOWHERE, 'fr'),
          ),
        )
      );
    }),
  );
});

test('a rate of a country stands beside figures of that country, one of none beside all', () => {
  const figure = { otherwise: [], countries: ['BE'] };
  const line = { windowMonths: null };
  expect(misfitOf({ ...line, country: 'BE' }, figure)).toBeNull();
  expect(misfitOf({ ...line, country: null }, figure)).toBeNull();
  expect(misfitOf({ ...line, country: 'NL' }, figure)).toBe('COUNTRY');
  expect(misfitOf({ ...line, country: 'BE' }, { ...figure, otherwise: ['windowMonths'] })).toBe('COUNTING');
});

test('a line that states its window stands beside other windows and populations, and beside nothing else that differs', () => {
  const line = { country: null, windowMonths: 12 };
  const beside = (...otherwise: Otherwise[]) => misfitOf(line, { otherwise, countries: [] });
  expect(beside('windowMonths', 'population')).toBeNull();
  for (const name of ['anchor', 'evidence', 'version'] as const)
    expect(beside('windowMonths', name)).toBe('COUNTING');
});

test('another window and other duos are told; no window is told to differ where none is stated or counted', () => {
  const metric = CATALOGUE.POSITIVE_EXIT_RATE;
  const stated = { windowMonths: 12 };
  const same = { windowHere: null, populationHere: null };
  expect(differencesOf(stated, metric, undefined)).toEqual(same);
  expect(differencesOf(stated, metric, { windowMonths: 6 })).toEqual({ ...same, windowHere: 6 });
  expect(differencesOf({ windowMonths: 24 }, metric, undefined)).toEqual({ ...same, windowHere: 12 });
  expect(differencesOf(stated, metric, { population: 'CLOSED' })).toEqual({
    ...same,
    populationHere: 'CLOSED',
  });
  expect(differencesOf({ windowMonths: null }, metric, { windowMonths: 6 })).toEqual(same);
  expect(differencesOf({ windowMonths: 6 }, CATALOGUE.COMPLETION_RATE, undefined)).toEqual(same);
});

test('with another window, anchor, population, evidence or version a figure is counted otherwise than usual', () => {
  const metric = CATALOGUE.POSITIVE_EXIT_RATE;
  const { version } = metric;
  expect(countedOtherwise(metric, { version })).toEqual([]);
  expect(countedOtherwise(metric, { version, parameters: { windowMonths: 12, anchor: 'START' } })).toEqual(
    [],
  );
  for (const [name, value] of [
    ['windowMonths', 6],
    ['anchor', 'CLOSURE'],
    ['population', 'CLOSED'],
    ['evidence', 'DOCUMENTED'],
  ] as const)
    expect(countedOtherwise(metric, { version, parameters: { [name]: value } })).toEqual([name]);
  expect(countedOtherwise(CATALOGUE.COMPLETION_RATE, { version: 1 })).toEqual(['version']);
  // A version that has the value of the one in force is counted as published rates are meant.
  expect(countedOtherwise(CATALOGUE.POSITIVE_EXIT_RATE, { version: 1 })).toEqual([]);
  // What is not asked with parameters is counted one way alone.
  expect(
    countedOtherwise(CATALOGUE.COMPLETION_RATE, { version: 2, parameters: { windowMonths: 6 } }),
  ).toEqual([]);
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
