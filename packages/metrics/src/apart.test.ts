import { expect, test } from 'vitest';
import { areApart } from './apart.ts';
import { CATALOGUE } from './catalogue.ts';
import type { FigureQuery } from './figure-query.ts';

const year = (from: number) => ({ from: `${from}-01-01`, to: `${from + 1}-01-01` });
const mentors = (query: Partial<FigureQuery>) => ({
  metric: CATALOGUE.MENTOR_LOYALTY_RATE,
  query: { asOf: '2017-12-31', ...query },
});

test('periods that do not overlap have no row in both, as of whatever day', () => {
  expect(areApart(mentors({ period: year(2016) }), mentors({ period: year(2017) }))).toBe(true);
  expect(areApart(mentors({ period: year(2017) }), mentors({ period: year(2016), asOf: '2016-12-31' }))).toBe(
    true,
  );
  expect(areApart(mentors({ period: year(2016) }), mentors({ period: year(2016) }))).toBe(false);
  expect(areApart(mentors({}), mentors({ period: year(2016) }))).toBe(false);
});

test('rows placed by another day may be in both periods', () => {
  const exits = (anchor: 'START' | 'CLOSURE', period: number) => ({
    metric: CATALOGUE.POSITIVE_EXIT_RATE,
    query: { asOf: '2017-12-31', period: year(period), parameters: { anchor } },
  });
  expect(areApart(exits('START', 2015), exits('START', 2016))).toBe(true);
  expect(areApart(exits('START', 2015), exits('CLOSURE', 2016))).toBe(false);
});

test('a row is in one group of a dimension, but several grants may pay it', () => {
  const of = (dimension: 'BRANCH' | 'GRANT', ...values: string[]) => ({
    metric: CATALOGUE.COMPLETION_RATE,
    query: { asOf: '2017-12-31', filter: { [dimension]: values } },
  });
  expect(areApart(of('BRANCH', 'a', 'b'), of('BRANCH', 'c'))).toBe(true);
  expect(areApart(of('BRANCH', 'a', 'b'), of('BRANCH', 'b'))).toBe(false);
  expect(areApart(of('GRANT', 'a'), of('GRANT', 'b'))).toBe(false);
});
