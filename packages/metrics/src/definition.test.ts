import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { versionOf, type MetricDefinition } from './definition.ts';

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
