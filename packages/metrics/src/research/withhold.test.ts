import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodedColumn } from './codes.ts';
import { protect, type Protection } from './withhold.ts';

type Row = readonly (string | null)[];
const WITHHELD = Symbol('withheld');

/** Each row with who its mentee and its mentor are, from 0 on. */
interface Duo {
  readonly row: Row;
  readonly people: readonly [number, number];
}

function protectDuos(duos: readonly Duo[], width: number, k: number): Protection {
  const columns = Array.from({ length: width }, (_, place) => {
    const column = new CodedColumn(duos.length);
    for (const { row } of duos) column.add(row[place] ?? null);
    return column.inOrder();
  });
  const who = (kind: 0 | 1) => Uint32Array.from(duos, ({ people }) => people[kind]);
  return protect({ columns, people: [who(0), who(1)], rows: duos.length, k });
}

/** Rows each of which is of a mentee and a mentor of its own. */
function protectRows(rows: readonly Row[], width: number, k: number): Protection {
  return protectDuos(
    rows.map((row, index) => ({ row, people: [index, index] })),
    width,
    k,
  );
}

/** The rows as they are told: what is withheld in the place of a value. */
function told(rows: readonly Row[], withheld: Uint8Array) {
  return rows.map((row, index) =>
    row.map((value, place) => (place < (withheld[index] ?? 0) ? WITHHELD : value)),
  );
}

function keyOf(row: readonly unknown[]): string {
  return JSON.stringify(row.map((value) => (value === WITHHELD ? ['withheld'] : value)));
}

function sizesOf(rows: readonly (readonly unknown[])[]): Map<string, number> {
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, group.length]));
}

/** How many mentees or mentors have each combination, whichever are fewer. */
function peopleBy(duos: readonly Duo[], rows: readonly (readonly unknown[])[]): Map<string, number> {
  const groups = Map.groupBy(duos, (_, index) => keyOf(rows[index] ?? []));
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      Math.min(...([0, 1] as const).map((kind) => new Set(group.map(({ people }) => people[kind])).size)),
    ]),
  );
}

const WIDTH = 4;
const someRows = fc.array(
  fc.array(fc.constantFrom('A', 'B', 'C', null), { minLength: WIDTH, maxLength: WIDTH }),
  { maxLength: 60 },
);
const fewPeople = fc.nat({ max: 12 });
const someDuos = fc.array(
  fc.record({
    row: fc.array(fc.constantFrom('A', 'B', null), { minLength: WIDTH, maxLength: WIDTH }),
    people: fc.tuple(fewPeople, fewPeople),
  }),
  { maxLength: 60 },
);

describe('withholding', () => {
  test('leaves no combination to fewer than k mentees or fewer than k mentors, and refuses where there are not so many', () => {
    fc.assert(
      fc.property(someDuos, fc.integer({ min: 1, max: 8 }), (duos, k) => {
        const rows = duos.map(({ row }) => row);
        const { alone, fewer, withheld } = protectDuos(duos, WIDTH, k);
        const together = peopleBy(
          duos,
          rows.map(() => []),
        );
        expect(withheld === null).toBe(Math.max(0, ...together.values()) < k);
        const sizes = withheld === null ? [] : [...peopleBy(duos, told(rows, withheld)).values()];
        expect(Math.min(k, ...sizes)).toBe(k);
        const before = peopleBy(duos, rows);
        const below = (limit: number) => rows.filter((row) => (before.get(keyOf(row)) ?? 0) < limit).length;
        expect({ alone, fewer }).toEqual({ alone: below(2), fewer: below(k) });
      }),
    );
  });

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
    expect(
      protectRows(
        Array.from({ length: 7 }, () => []),
        0,
        5,
      ),
    ).toEqual({
      alone: 0,
      fewer: 0,
      withheld: new Uint8Array(7),
    });
  });
});
