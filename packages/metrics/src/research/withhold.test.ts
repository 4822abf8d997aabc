import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodedColumn } from './codes.ts';
import { protect, type Protection } from './withhold.ts';

type Row = readonly (string | null)[];
const WITHHELD = Symbol('withheld');

function protectRows(rows: readonly Row[], width: number, k: number): Protection {
  const columns = Array.from({ length: width }, (_, place) => {
    const column = new CodedColumn(rows.length);
    for (const row of rows) column.add(row[place] ?? null);
    return column.inOrder();
  });
  return protect({ columns, rows: rows.length, k });
}

/** The rows as they are told: what is withheld in the place of a value. */
function told(rows: readonly Row[], withheld: Uint8Array) {
  return rows.map((row, index) =>
    row.map((value, place) => (place < (withheld[index] ?? 0) ? WITHHELD : value)),
  );
}

function sizesOf(rows: readonly (readonly unknown[])[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(row.map((value) => (value === WITHHELD ? ['withheld'] : value)));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return sizes;
}

const WIDTH = 4;
const someRows = fc.array(
  fc.array(fc.constantFrom('A', 'B', 'C', null), { minLength: WIDTH, maxLength: WIDTH }),
  { maxLength: 60 },
);

describe('withholding', () => {
  test('leaves no combination to fewer than k rows, and refuses where there are not so many', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 20 }), (rows, k) => {
        const { withheld } = protectRows(rows, WIDTH, k);
        expect(withheld === null).toBe(rows.length < k);
        const sizes = [...sizesOf(withheld === null ? [] : told(rows, withheld)).values()];
        expect(Math.min(k, ...sizes)).toBe(k);
      }),
    );
  });

  test('touches nobody whose combination k rows share, but the one group that the last few go with', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 2, max: 8 }), (rows, k) => {
        const { withheld } = protectRows(rows, WIDTH, k);
        fc.pre(withheld !== null);
        const sizes = sizesOf(rows);
        const touched = new Set(
          rows
            .filter((_, index) => (withheld?.[index] ?? 0) > 0)
            .map((row) => JSON.stringify(row))
            .filter((key) => (sizes.get(key) ?? 0) >= k),
        );
        expect(touched.size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('counts who is alone and who is among fewer than k, before anything is withheld', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 20 }), (rows, k) => {
        const sizes = [...sizesOf(rows).values()];
        const { alone, fewer } = protectRows(rows, WIDTH, k);
        expect(alone).toBe(sizes.filter((size) => size === 1).length);
        expect(fewer).toBe(sizes.filter((size) => size < k).reduce((sum, size) => sum + size, 0));
      }),
    );
  });

  test('withholds the same of the same rows in whatever order they come', () => {
    const shuffledTwice = someRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffledTwice, fc.integer({ min: 1, max: 8 }), ([rows, shuffled], k) => {
        const all = [rows, shuffled].map((some) => {
          const { withheld } = protectRows(some, WIDTH, k);
          return withheld && sizesOf(told(some, withheld));
        });
        expect(all[0]).toEqual(all[1]);
      }),
    );
  });

  test('goes column by column, and what is not recorded is a value like others', () => {
    const rows: Row[] = [
      ['2016-01', 'WOMAN'],
      ['2016-02', 'WOMAN'],
      [null, 'MAN'],
      [null, 'MAN'],
      ['2016-03', 'OTHER'],
    ];
    const { alone, fewer, withheld } = protectRows(rows, 2, 2);
    expect({ alone, fewer }).toEqual({ alone: 3, fewer: 3 });
    // The last is alone whatever is withheld: those with one column left to withhold go with it.
    expect([...(withheld ?? [])]).toEqual([2, 2, 0, 0, 2]);
  });

  test('withholds nothing with k = 1, nor where no column identifies', () => {
    expect(protectRows([['A'], ['B']], 1, 1)).toEqual({
      alone: 2,
      fewer: 0,
      withheld: new Uint8Array(2),
    });
    expect(protect({ columns: [], rows: 7, k: 5 })).toEqual({
      alone: 0,
      fewer: 0,
      withheld: new Uint8Array(7),
    });
  });
});
