import { expect, test } from 'vitest';
import { CATALOGUE, METRICS } from './catalogue.ts';
import {
  DEFAULT_PARAMETERS,
  haveSameValue,
  parametersOf,
  versionOf,
  type MetricDefinition,
} from './definition.ts';
import { EXIT_PARAMETERS } from './shapes.ts';

const { numerator, denominator, words } = CATALOGUE.COMPLETION_RATE;
/** Everything that a version may have, after one that had none of it. */
const metric: MetricDefinition = {
  ...CATALOGUE.POSITIVE_EXIT_RATE,
  version: 2,
  squares: numerator,
  subjects: numerator,
  former: [
    {
      version: 1,
      replacedOn: '2026-01-01',
      replaced: { fr: 'a', nl: 'b', en: 'c' },
      numerator,
      denominator,
      words,
    },
  ],
};

const TERMS = { ...DEFAULT_PARAMETERS, asOf: '$1' };

test('a former version has nothing of the counting of the one in force', () => {
  expect(Object.keys(metric)).toEqual(
    expect.arrayContaining(['criterion', 'changedBy', 'notYetObservable', 'unknown', 'squares', 'subjects']),
  );
  const former = versionOf(metric, 1);
  for (const name of ['criterion', 'changedBy', 'notYetObservable', 'unknown', 'squares', 'subjects'])
    expect(former).not.toHaveProperty(name);
  expect(former).toMatchObject({ id: metric.id, version: 1, unit: metric.unit, numerator, words });
});

test('the version in force is the definition itself, and there is none that never was', () => {
  expect(versionOf(metric, 2)).toBe(metric);
  expect(versionOf(metric, 3)).toBeUndefined();
});

test('versions that differ in what they tell beside the value have the same value', () => {
  const { POSITIVE_EXIT_RATE: exits, COMPLETION_RATE: completed } = CATALOGUE;
  for (const [one, isSame] of [
    [exits, true],
    [completed, false],
  ] as const) {
    const former = versionOf(one, 1);
    expect(former && haveSameValue(former, one)).toBe(isSame);
  }
  expect(exits.unknown?.condition(TERMS)).not.toBe(versionOf(exits, 1)?.unknown?.condition(TERMS));
});

test('an indicator takes no parameters or those of exits, and what it does not take changes nothing', () => {
  for (const { parameters } of METRICS) expect([[], EXIT_PARAMETERS]).toContainEqual(parameters);
  const asked = { anchor: 'CLOSURE', population: 'STARTED', windowMonths: 3 } as const;
  expect(parametersOf(CATALOGUE.COMPLETION_RATE, asked)).toEqual(parametersOf(CATALOGUE.COMPLETION_RATE));
  expect(parametersOf(CATALOGUE.EMPLOYMENT_RATE, asked)).toMatchObject(asked);
});

test('every rate says which day places whom it is about, as pages of periods do', () => {
  const rates = METRICS.filter(({ unit }) => unit === 'RATE');
  expect(rates.filter(({ numerator: { source } }) => source.placedBy === undefined)).toEqual([]);
  expect(
    rates.filter((rate) => rate.denominator?.source.placedBy !== rate.numerator.source.placedBy),
  ).toEqual([]);
});
