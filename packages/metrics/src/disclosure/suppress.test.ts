import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from './audit.ts';
import { protectFew, protectRate } from './primary.ts';
import { suppress } from './suppress.ts';
import { SystemDraft } from './system.ts';

/** A table by rows and columns with its totals, each cell a figure, counts of few protected. */
function tableOf(values: readonly (readonly number[])[], weight: (value: number) => number = () => 1) {
  const draft = new SystemDraft();
  const figure = (id: string, value: number) => {
    draft.figure(draft.cell(id, value), [id], weight(value));
    protectFew(draft, id, LIMITS.SMALLEST_COUNT);
    return id;
  };
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const total = figure('total', sum(values.map(sum)));
  const rows = values.map((row, r) => figure(`row${r}`, sum(row)));
  const columns = (values[0] ?? []).map((_, c) =>
    figure(`column${c}`, sum(values.map((row) => row[c] ?? 0))),
  );
  values.forEach((row, r) => row.forEach((value, c) => figure(`${r}.${c}`, value)));
  draft.table(total, rows, columns, (r, c) => `${r}.${c}`);
  return draft;
}

const isSafe = async (draft: SystemDraft, hidden: ReadonlySet<string>) =>
  (await audit(draft, hidden)).every(({ isWideEnough }) => isWideEnough);

test('in a table of two ways a hidden cell takes a rectangle with it, of the smallest that are large enough', async () => {
  const draft = tableOf(
    [
      [3, 20, 30],
      [25, 9, 40],
      [22, 31, 8],
    ],
    (value) => 1 + value,
  );
  const { primary, complementary, quality } = await suppress(draft);
  expect(quality).toBe('OPTIMAL');
  expect(primary).toEqual(new Set(['0.0']));
  expect(complementary).toEqual(new Set(['0.1', '1.0', '1.1']));
});

test('nothing is hidden where nothing needs protection', async () => {
  const { primary, complementary } = await suppress(
    tableOf([
      [12, 20],
      [0, 9],
    ]),
  );
  expect([primary.size, complementary.size]).toEqual([0, 0]);
});

test('two rates of one denominator: neither may be shown where the other one hides it', async () => {
  const draft = new SystemDraft();
  draft.cell('duos', 40);
  draft.cell('exits', 39);
  draft.cell('jobs', 20);
  for (const [id, cells] of Object.entries({
    EXITS: ['exits', 'duos'],
    JOBS: ['jobs', 'duos'],
    DUOS: ['duos'],
  }))
    draft.figure(id, cells);
  protectRate(draft, LIMITS, 'exits', 'duos');
  protectRate(draft, LIMITS, 'jobs', 'duos');
  const { primary, complementary } = await suppress(draft);
  // That one was without an exit is told by nothing but the exits themselves.
  expect([primary, complementary]).toEqual([new Set(), new Set(['EXITS'])]);
});

test('what is known already cannot be hidden; its neighbours are hidden as far as that helps, and the audit says so', async () => {
  const draft = new SystemDraft();
  for (const [id, value] of Object.entries({ all: 20, women: 17, men: 3 }))
    draft.figure(draft.cell(id, value), [id]);
  draft.parts('all', ['women', 'men']);
  protectFew(draft, 'men', 5);
  draft.know('all');
  draft.know('women');
  const { complementary } = await suppress(draft);
  expect(complementary).toEqual(new Set());
  expect(await audit(draft, new Set(['men']))).toContainEqual({
    cell: 'men',
    least: 3,
    greatest: 3,
    isWideEnough: false,
  });
});

test('no cheaper choice is safe: every other one of a small table was tried', async () => {
  const value = fc.integer({ min: 0, max: 9 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 2 }), async (values) => {
      const draft = tableOf(values, (count) => 1 + count);
      const { primary, complementary } = await suppress(draft);
      const loss = (hidden: Iterable<string>) =>
        [...hidden].reduce((sum, id) => sum + 1 + draft.valueOf(id), 0);
      const others = draft.figures.map(({ id }) => id).filter((id) => !primary.has(id));
      const least = loss(complementary);
      const all = await audit(draft, new Set(draft.figures.map(({ id }) => id)));
      // Some tables are so small that hiding everything is not wide enough: then nothing cheaper can be compared.
      fc.pre(all.every(({ isWideEnough }) => isWideEnough));
      expect(await isSafe(draft, new Set([...primary, ...complementary]))).toBe(true);
      for (let mask = 0; mask < 2 ** others.length; mask += 1) {
        const chosen = others.filter((_, index) => (mask & (2 ** index)) > 0);
        const isBetter = loss(chosen) < least && (await isSafe(draft, new Set([...primary, ...chosen])));
        expect([chosen, isBetter]).toEqual([chosen, false]);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('a search that is cut short hides more, never less', async () => {
  const draft = tableOf(
    [
      [3, 20, 30, 2],
      [25, 9, 40, 17],
      [22, 31, 1, 26],
    ],
    (value) => 1 + value,
  );
  const whole = await suppress(draft);
  const short = await suppress(draft, 1);
  expect([whole.quality, short.quality]).toEqual(['OPTIMAL', 'LIMITED']);
  const loss = (hidden: ReadonlySet<string>) =>
    [...hidden].reduce((sum, id) => sum + 1 + draft.valueOf(id), 0);
  expect(loss(short.complementary)).toBeGreaterThanOrEqual(loss(whole.complementary));
  expect(await isSafe(draft, new Set([...short.primary, ...short.complementary]))).toBe(true);
});

test('the same system gets the same answer, whatever was solved before it', async () => {
  const value = fc.integer({ min: 0, max: 30 });
  const values = fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(values, values, async (one, another) => {
      const first = await suppress(tableOf(one));
      await suppress(tableOf(another));
      expect(await suppress(tableOf(one))).toEqual(first);
    }),
    { numRuns: 15 },
  );
}, 60_000);
