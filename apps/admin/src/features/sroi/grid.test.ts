import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedNumbers, inputOf, withNumber } from './draft.ts';
import { columnsOf, pasted, typedOf, withTyped } from './grid.ts';
import { newRow, rowOf, rowWords, wordsOf } from './row-form.ts';
import type { Row, Version } from './sroi.queries.ts';

function versionOf(rows: readonly Row[]): Version {
  return {
    __typename: 'SroiVersion',
    id: 'version',
    name: 'Test',
    note: null,
    status: 'DRAFT',
    version: 1,
    publishedAt: null,
    publishedBy: null,
    publishedAsOf: null,
    publishedInvestment: null,
    publishedResult: null,
    asOf: '2017-12-31',
    investment: { __typename: 'Money', cents: 1000 },
    discountSchedule: [{ __typename: 'DiscountStep', fromYear: 1, rate: 0.035 }],
    discountConvention: 'END_OF_YEAR',
    horizonYears: 3,
    seed: 1,
    draws: 1000,
    viewerCanEdit: true,
    scenarios: [],
    rows: [...rows],
  };
}
const rows = ['a', 'b'].map((key): Row => ({ ...newRow('2017-12-31'), key, outcome: key, quantity: 10 }));
const version = versionOf(rows);

describe('what is pasted', () => {
  test('goes to the right and downwards from its cell, in the units of the columns', () => {
    const read = pasted(
      version,
      ['a', 'b'],
      { row: 'a', column: 'proxy' },
      '1.000,00 €\t25 %\r\n2.000,00 €\t101 %\n',
    );
    expect(read.ambiguous).toEqual([]);
    expect(read.version.rows.map(({ proxy, deadweight }) => [proxy.cents, deadweight])).toEqual([
      [100_000, 0.25],
      // No share is more than a hundred per cent.
      [200_000, 0],
    ]);
  });

  test('stays within the grid, and leaves a counted quantity as it is counted', () => {
    const linked = versionOf(rows.map((row) => ({ ...row, quantityMetric: 'EMPLOYMENT_RATE' })));
    const read = pasted(linked, ['a', 'b'], { row: 'b', column: 'quantity' }, '7\t9\n8\t9');
    expect(read.version.rows.map(({ quantity, proxy }) => [quantity, proxy.cents])).toEqual([
      [10, 0],
      [10, 900],
    ]);
  });

  test('leaves out what can be read in two ways, unless another number shows which', () => {
    const from = { row: 'a', column: 'quantity' } as const;
    const read = pasted(version, ['a', 'b'], from, '1.200\t1.000\n7\t8');
    expect(read.ambiguous).toEqual([
      { text: '1.200', grouped: 1200, decimal: 1.2 },
      { text: '1.000', grouped: 1000, decimal: 1 },
    ]);
    expect(read.version.rows.map(({ quantity, proxy }) => [quantity, proxy.cents])).toEqual([
      [10, 0],
      [7, 800],
    ]);
    const shown = pasted(version, ['a', 'b'], from, '1.200\t1.000\n7,5\t8');
    expect([shown.ambiguous, shown.version.rows.map(({ quantity }) => quantity)]).toEqual([[], [1200, 7.5]]);
  });
});

test('what is typed into a cell is what it shows', () => {
  fc.assert(
    fc.property(fc.constantFrom(...columnsOf(version)), fc.integer({ min: 1, max: 30 }), (column, typed) => {
      const [row] = rows;
      if (row === undefined) throw new Error('no row');
      expect(typedOf(withTyped(row, column, typed), column)).toBe(typed);
    }),
  );
});

test('a range goes along with a number that would leave it, and not with what was typed on the way', () => {
  const ranged: Row = {
    ...newRow('2017-12-31'),
    deadweight: 0.5,
    ranges: [{ __typename: 'SroiRange', parameter: 'deadweight', distribution: 'PERT', low: 0.4, high: 0.6 }],
  };
  const typed = [0.02, 0.2].reduce((row, value) => withNumber(row, 'deadweight', value), ranged);
  expect(inputOf(versionOf([typed])).rows[0]?.ranges).toMatchObject([{ low: 0.2, high: 0.6 }]);
  const back = withNumber(typed, 'deadweight', 0.5);
  expect(inputOf(versionOf([back])).rows[0]?.ranges).toMatchObject([{ low: 0.4, high: 0.6 }]);
});

test('a scenario holds the numbers that were typed, and goes with a row that goes', () => {
  const typed = versionOf(rows.map((row) => (row.key === 'a' ? withNumber(row, 'quantity', 5) : row)));
  const changes = changedNumbers(version, typed);
  expect(changes).toEqual([{ row: 'a', parameter: 'quantity', value: 5 }]);
  const scenario = {
    __typename: 'SroiScenario' as const,
    name: 'Half',
    changes: changes.map((change) => ({ __typename: 'SroiScenarioChange' as const, ...change })),
  };
  const without = inputOf({ ...version, rows: rows.slice(1), scenarios: [scenario] });
  expect(without.scenarios).toEqual([{ name: 'Half', changes: [] }]);
});

test('a linked quantity is sent as its link, a typed one as its number', () => {
  const linked = versionOf(
    rows.map((row, index) => (index === 0 ? row : { ...row, quantityMetric: 'EMPLOYMENT_RATE' })),
  );
  expect(inputOf(linked).rows.map(({ quantity, quantityMetric }) => [quantity, quantityMetric])).toEqual([
    [10, null],
    [null, 'EMPLOYMENT_RATE'],
  ]);
});

test('a row that goes through its form comes back as it was', () => {
  const row: Row = {
    ...newRow('2017-12-31'),
    outcome: 'Work',
    quantity: 12,
    proxy: { __typename: 'Money', cents: 3_344_300, currency: 'EUR' },
    deadweight: 0.5054,
    leakage: 0.1,
    proxySource: 'A study',
    priceIndex: { __typename: 'PriceIndex', name: 'Health index', from: 100, to: 112.5, year: 2017 },
    ranges: [
      { __typename: 'SroiRange', parameter: 'proxy', distribution: 'PERT', low: 2_568_200, high: 3_344_300 },
      { __typename: 'SroiRange', parameter: 'deadweight', distribution: 'NORMAL', low: 0.4, high: 0.557 },
    ],
  };
  expect(rowOf(row, rowWords.parse(wordsOf(row)))).toEqual(row);
  const { indexName: _name, ...noIndex } = wordsOf(row);
  expect(rowWords.safeParse(noIndex).success).toBe(false);
});
