import { refusedNumber } from '@tandem/domain/sroi-inputs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionOf } from '../../../test/sroi-version.ts';
import { changedNumbers, inputOf, numberOf, withNumber, isOutside } from './draft.ts';
import { columnsOf, typedOf, withTyped } from './grid.ts';
import { pasted, type Pasted } from './pasted.ts';
import { newRow, rowOf, rowWords, wordsOf } from './row-form.ts';
import { confirmed, formerOf } from './sources.ts';
import type { Row } from './sroi.queries.ts';

const rows = ['a', 'b'].map((key): Row => ({ ...newRow('2017-12-31'), key, outcome: key, quantity: 10 }));
const version = versionOf(rows);

describe('what is pasted', () => {
  const leftOut = ({ leftOut: cells }: Pasted) =>
    cells.map(({ outcome, column, text, because }) => [outcome, column, text, because.why]);

  test('goes to the right and downwards from its cell, in the units of the columns', () => {
    const read = pasted(
      version,
      ['a', 'b'],
      { row: 'a', column: 'proxy' },
      '1.000,00 €\t25 %\r\n2.000,00 €\t10 %\n',
    );
    expect([read.taken, read.leftOut]).toEqual([4, []]);
    expect(read.version.rows.map(({ proxy, deadweight }) => [proxy.cents, deadweight])).toEqual([
      [100_000, 0.25],
      [200_000, 0.1],
    ]);
  });

  test('says of each cell that is not taken over where it would have stood, what it says and why', () => {
    const linked = versionOf(
      rows.map((row) => (row.key === 'a' ? { ...row, quantityMetric: 'EMPLOYMENT_RATE' } : row)),
    );
    const block = ['7\t1,005\t140 %\t-1', '\tabout ten\t12 €\t0,5', '1'].join('\n');
    const read = pasted(linked, ['a', 'b'], { row: 'a', column: 'quantity' }, block);
    expect(leftOut(read)).toEqual([
      ['a', 'quantity', '7', 'COUNTED'],
      ['a', 'proxy', '1,005', 'NUMBER_INVALID'],
      ['a', 'deadweight', '140 %', 'TOO_LARGE'],
      ['a', 'displacement', '-1', 'TOO_SMALL'],
      ['b', 'quantity', '', 'EMPTY'],
      ['b', 'proxy', 'about ten', 'NO_NUMBER'],
      ['b', 'deadweight', '12 €', 'OTHER_UNIT'],
      [null, 'quantity', '1', 'BESIDE_THE_MAP'],
    ]);
    expect(read.leftOut[2]?.because).toEqual({ why: 'TOO_LARGE', bound: 100 });
    expect(read.taken).toBe(1);
    expect(read.version.rows.map(({ displacement }) => displacement)).toEqual([0, 0.005]);
    expect(read.version.rows[0]).toEqual(linked.rows[0]);
  });

  test('leaves out what can be read in two ways, unless another number shows which', () => {
    const from = { row: 'a', column: 'quantity' } as const;
    const read = pasted(version, ['a', 'b'], from, '1.200\t1.000\n7\t8');
    expect(read.leftOut.map(({ because }) => because)).toEqual([
      { why: 'TWO_WAYS', grouped: 1200, decimal: 1.2 },
      { why: 'TWO_WAYS', grouped: 1000, decimal: 1 },
    ]);
    expect(read.version.rows.map(({ quantity, proxy }) => [quantity, proxy.cents])).toEqual([
      [10, 0],
      [7, 800],
    ]);
    const shown = pasted(version, ['a', 'b'], from, '1.200\t1.000\n7,5\t8');
    expect([shown.leftOut, shown.version.rows.map(({ quantity }) => quantity)]).toEqual([[], [1200, 7.5]]);
  });

  test('is taken over or told, cell by cell, whatever it is', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[\t\r\n]/g, '')),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
        (cells) => {
          // An empty line at the end is the end of the line before.
          const block = `${cells.map((line) => line.join('\t')).join('\n')}\n`;
          const read = pasted(version, ['a', 'b'], { row: 'a', column: 'quantity' }, block);
          expect(read.taken + read.leftOut.length).toBe(cells.flat().length);
          // What is taken over is what its column can be.
          for (const row of read.version.rows)
            for (const { id } of columnsOf(version))
              expect(refusedNumber(id, numberOf(row, id))).toBeUndefined();
        },
      ),
    );
  });
});

test('what is typed into a cell is what it shows', () => {
  fc.assert(
    fc.property(fc.constantFrom(...columnsOf(version)), fc.integer({ min: 1, max: 30 }), (column, typed) => {
      const [row] = rows;
      if (row === undefined) throw new Error('no row');
      const next = withTyped(row, column, typed);
      if ('why' in next) throw new Error(next.why);
      expect(typedOf(next, column)).toBe(typed);
    }),
  );
});

describe('the source of a number', () => {
  const sourced: Row = {
    ...newRow('2017-12-31'),
    deadweight: 0.5,
    proxy: { __typename: 'Money', cents: 100, currency: 'EUR' },
    proxySource: 'A study',
    proxySourceCents: 100,
    assumptions: [
      {
        __typename: 'SroiAssumption',
        number: 'deadweight',
        value: 0.5,
        grade: 'PUBLISHED',
        source: 'A guide',
      },
    ],
  };

  test('is of the former value once that is changed, until it is confirmed, and no more once it is changed back', () => {
    const changed = withNumber(withNumber(sourced, 'deadweight', 0.4), 'proxy', 200);
    expect(formerOf(changed)).toEqual([
      { number: 'proxy', former: 100 },
      { number: 'deadweight', former: 0.5 },
    ]);
    expect(formerOf(confirmed(changed, 'deadweight'))).toEqual([{ number: 'proxy', former: 100 }]);
    expect(formerOf(confirmed(confirmed(changed, 'deadweight'), 'proxy'))).toEqual([]);
    expect(formerOf(withNumber(changed, 'deadweight', 0.5))).toEqual([{ number: 'proxy', former: 100 }]);
  });

  test('is said of the value that stands where the form names another one, and not where it stays', () => {
    const changed = withNumber(sourced, 'deadweight', 0.4);
    const form = rowWords.parse({ ...wordsOf(changed), outcome: 'Work' });
    expect(formerOf(rowOf(changed, form))).toEqual([{ number: 'deadweight', former: 0.5 }]);
    const other = {
      ...form,
      assumptions: {
        ...form.assumptions,
        deadweight: { grade: 'ESTIMATED' as const, source: 'Another guide' },
      },
    };
    expect(formerOf(rowOf(changed, other))).toEqual([]);
  });

  test('of a proxy that is taken from the library is said of the amount there, also where its words are the same', () => {
    const form = rowWords.parse({ ...wordsOf(sourced), outcome: 'Work' });
    const picked = { ...form, euros: 2, saidOf: { source: 'A study', euros: 2 } };
    expect(rowOf(sourced, picked)).toMatchObject({ proxy: { cents: 200 }, proxySourceCents: 200 });
    // An amount that is typed over it is another one than the source says, until another source is typed as well.
    const typed = { ...picked, euros: 3 };
    expect(formerOf(rowOf(sourced, typed))).toEqual([{ number: 'proxy', former: 200 }]);
    expect(formerOf(rowOf(sourced, { ...typed, proxySource: 'Another study' }))).toEqual([]);
  });
});

test('a range stays as it is said, and a number that leaves it is said to', () => {
  const ranged: Row = {
    ...newRow('2017-12-31'),
    deadweight: 0.5,
    ranges: [{ __typename: 'SroiRange', parameter: 'deadweight', distribution: 'PERT', low: 0.4, high: 0.6 }],
  };
  for (const [value, leaves] of [
    [0.39, true],
    [0.4, false],
    [0.6, false],
    [0.61, true],
  ] as const) {
    const typed = withNumber(ranged, 'deadweight', value);
    expect(typed.ranges.map((range) => isOutside(typed, range))).toEqual([leaves]);
    expect(inputOf(versionOf([typed])).rows[0]?.ranges).toMatchObject([{ low: 0.4, high: 0.6 }]);
  }
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
    proxySourceCents: 3_344_300,
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
