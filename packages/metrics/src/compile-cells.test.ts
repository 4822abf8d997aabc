import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { compileCells } from './compile-cells.ts';
import { dimensionsOf, type MetricDefinition } from './definition.ts';

const metrics: readonly MetricDefinition[] = Object.values(CATALOGUE);
const rates = metrics.filter(({ unit }) => unit === 'RATE');

test.each(rates)('$id can be counted in every combination of its dimensions', (metric) => {
  const dimensions = dimensionsOf(metric).filter((dimension) => dimension !== 'GRANT');
  expect(dimensions.length).toBeGreaterThan(1);
  const { text, values } = compileCells(metric, { asOf: '2017-12-31' }, dimensions);
  expect(text).toContain('group by 1');
  expect(values).toEqual(['2017-12-31']);
});

test('it refuses what is no rate, what rows do not have, and the grant', () => {
  const [rate] = rates;
  if (rate === undefined) throw new Error('there are rates');
  expect(() => compileCells(CATALOGUE.DUOS_STARTED, { asOf: '2017-12-31' }, ['BRANCH'])).toThrow(RangeError);
  expect(() => compileCells(rate, { asOf: '2017-12-31' }, ['COST_CATEGORY'])).toThrow(RangeError);
  expect(() => compileCells(rate, { asOf: '2017-12-31' }, ['GRANT'])).toThrow(RangeError);
  expect(() => compileCells(rate, { asOf: '2017-12-31' }, [])).toThrow(RangeError);
});
