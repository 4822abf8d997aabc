import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audit } from './audit.ts';
import { suppress } from './suppress.ts';
import { SystemDraft } from './system.ts';

/** Handbook on Statistical Disclosure Control: feasibility intervals of chapter 4, and two attacks by differencing. */
const reference = JSON.parse(
  readFileSync(new URL('../reference/disclosure_control.json', import.meta.url), 'utf8'),
);

async function intervals(draft: SystemDraft, hidden: readonly string[]) {
  const all = await audit(draft, new Set(hidden));
  return Object.fromEntries(all.map(({ cell, least, greatest }) => [cell, [least, greatest]]));
}

test('an outsider deduces the published bounds from a table with hidden cells', async () => {
  const { rows, col_totals: columnTotals, suppressed, bounds } = reference.feasibility;
  // One of the tables that agree with what is told; which one must not matter.
  const inner: Record<string, number> = { x11: 4, x12: 3, x21: 2, x22: 1 };
  const draft = new SystemDraft();
  const cell = (id: string, value: number) => {
    draft.cell(id, value);
    return draft.figure(id, [id]);
  };
  const names = rows.map((row: (string | number)[], r: number) =>
    row
      .slice(0, 2)
      .map(String)
      .concat(`x${r + 1}3`),
  );
  names.forEach((row: string[], r: number) =>
    row.forEach((id, c) => cell(id, inner[id] ?? (r === 2 ? rows[2][c] : rows[r][2]))),
  );
  // Rows 1 and 2 come to their totals, and all three rows to those of the columns.
  const totals = columnTotals.map((total: number, c: number) => cell(`total${c + 1}`, total));
  [0, 1, 2].forEach((c) =>
    draft.parts(
      totals[c],
      names.map((row: string[]) => row[c]),
    ),
  );
  names.forEach((row: string[]) => draft.parts(row[2] ?? '', row.slice(0, 2)));
  draft.parts(totals[2], totals.slice(0, 2));
  expect(await intervals(draft, suppressed)).toEqual(bounds);
});

test('a total gives a single hidden part back', async () => {
  const { total, published, recovered } = reference.differencing_total;
  const draft = new SystemDraft();
  const parts = [...published, recovered].map((value, index) => {
    const id = draft.cell(`part${index}`, value);
    return draft.figure(id, [id]);
  });
  draft.figure('total', [draft.cell('total', total)], 10);
  draft.parts('total', parts);
  expect(await intervals(draft, ['part2'])).toEqual({ part2: [recovered, recovered] });
  draft.protect('part2', 0, 2 * recovered);
  const { primary, complementary, quality } = await suppress(draft);
  expect([primary, complementary, quality]).toEqual([new Set(['part2']), new Set(['part1']), 'OPTIMAL']);
});

test('the same people in other bands give the people between the bands', async () => {
  const { male_a: a, male_b: b, derived_20_24: derived } = reference.recoding_differencing;
  const draft = new SystemDraft();
  // Bands apart at 20 in one table and at 25 in the other: 20 to 24 is in neither of them.
  draft.cell('20-24', derived.male);
  for (const [id, value] of [
    ['<20', a[0]],
    ['20-39', a[1]],
    ['<25', b[0]],
    ['25-39', b[1]],
  ] as const)
    draft.figure(id, [draft.cell(id, value)]);
  draft.parts('<25', ['<20', '20-24']);
  draft.parts('20-39', ['20-24', '25-39']);
  expect(await intervals(draft, [])).toEqual({ '20-24': [1, 1] });
  draft.protect('20-24', 0, 5);
  const { complementary } = await suppress(draft);
  const hidden = [...complementary];
  // One of each pair: what is left can be subtracted from nothing.
  expect(hidden).toHaveLength(2);
  const { '20-24': between } = await intervals(draft, hidden);
  expect(between?.[0]).toBe(0);
  expect(between?.[1]).toBeGreaterThanOrEqual(5);
});
