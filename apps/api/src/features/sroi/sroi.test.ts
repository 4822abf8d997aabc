import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, finance, inputOf, openDraft, readSroi, save, sroiFigures } from '../../../test/sroi.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;
let expected: any;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  expected = await importSample(kit.db);
});
afterAll(() => kit.close());

/** Neither the map nor the history changes by what is done. */
async function leavesAllAsItWas(attempt: (draft: any) => Promise<void>): Promise<void> {
  const draft = await openDraft(kit);
  const history = () => kit.db.query('select count(*) from audit_entry');
  const [model, entries] = [await readSroi(kit), await history()];
  await attempt(draft);
  expect(await readSroi(kit)).toEqual(model);
  expect(await history()).toEqual(entries);
}

describe('the sample', () => {
  test('rebuilds the 18 euros from its records, and shows what stands after deadweight', async () => {
    const { gross, net, version } = await sroiFigures(kit);
    expect(gross).toBeCloseTo(expected.sroi.gross_ratio, 4);
    expect(net).toBeCloseTo(expected.sroi.net_ratio, 4);
    expect(version).toEqual({ name: 'Brussels 2015-2017', status: 'PUBLISHED' });
    const { current } = await readSroi(kit);
    expect(current.result).toMatchObject({ grossRatio: gross, netRatio: net });
    expect(current.publishedResult).toEqual({ grossRatio: gross, netRatio: net });
    const [row] = current.rows;
    expect([row.quantity, row.publishedQuantity]).toEqual([expected.sroi.jobs, expected.sroi.jobs]);
    expect(row.deadweight).toBe(expected.sroi.model.deadweight);
    expect(current.scenarios.map(({ changes }: { changes: unknown[] }) => changes.length)).toEqual([
      4, 1, 1, 1,
    ]);
    expect(current.scenarios[3].changes[0].value).toBe(
      expected.stable_employment_rate['of closed'].numerator,
    );
    expect(current.publishedInvestment.cents).toBe(Math.round(expected.total_cost_eur * 100));
  });

  test('can be loaded twice, and stands there once', async () => {
    await importSample(kit.db);
    expect((await readSroi(kit)).versions).toHaveLength(1);
  });
});

describe('a draft', () => {
  test('begins as a copy, and moves no figure while it is being worked on', async () => {
    const before = await sroiFigures(kit);
    const draft = await openDraft(kit);
    const { current } = await readSroi(kit);
    expect(draft).toMatchObject({ status: 'DRAFT', viewerCanEdit: true, publishedResult: null });
    expect(current.viewerCanEdit).toBe(false);
    expect(draft.rows.map(({ key }: any) => key)).toEqual(current.rows.map(({ key }: any) => key));
    const saved = await save(kit, draft, inputOf(draft, { deadweight: 0.45 }));
    expect(saved.version).toBe(draft.version + 1);
    expect(saved.result.grossRatio).toBe(before.gross);
    expect(saved.result.netRatio).toBeCloseTo((before.net * 0.55) / (1 - 0.5054), 9);
    expect(await sroiFigures(kit)).toEqual(before);
    const [entry] = await kit.db.query(
      `select before, after from audit_entry where action = 'saveSroiVersion'`,
    );
    expect([entry.before.rows[0].deadweight, entry.after.rows[0].deadweight]).toEqual([0.5054, 0.45]);
    // The undo.
    expect((await save(kit, saved, inputOf(draft))).result).toEqual(draft.result);
  });

  test('that somebody changed meanwhile is not overwritten', async () => {
    await leavesAllAsItWas(async (draft) =>
      expect(await save(kit, { ...draft, version: draft.version - 1 }, inputOf(draft))).toMatchObject({
        code: 'CHANGED_MEANWHILE',
      }),
    );
  });

  const range = { parameter: 'deadweight', distribution: 'PERT', low: 0.2, high: 0.6 };
  test.each([
    ['a rate above 1', { deadweight: 1.2 }, 'TOO_LARGE', 'rows.0.deadweight'],
    ['a quantity beside a link', { quantity: 3 }, 'REQUIRED', 'rows.0.quantity'],
    ['neither quantity nor link', { quantityMetric: null }, 'REQUIRED', 'rows.0.quantity'],
    ['an unknown indicator', { quantityMetric: 'LUCK' }, 'REFERENCE_UNKNOWN', 'rows.0.quantityMetric'],
    ['what every object has', { quantityMetric: 'toString' }, 'REFERENCE_UNKNOWN', 'rows.0.quantityMetric'],
    [
      'a range that leaves the value out',
      { ranges: [{ ...range, high: 0.5 }] },
      'RANGE_LEAVES_VALUE_OUT',
      'rows.0.ranges.0.low',
    ],
    [
      'a range of what a share cannot be',
      { ranges: [{ ...range, high: 1.5 }] },
      'RANGE_LEAVES_VALUE_OUT',
      'rows.0.ranges.0.high',
    ],
    ['two ranges of one number', { ranges: [range, range] }, 'REPEATED_IN_LIST', 'rows.0.ranges.1.low'],
    [
      'an index without a name',
      { priceIndex: { name: ' ', from: 100, to: 112, year: 2017 } },
      'REQUIRED',
      'rows.0.priceIndex.name',
    ],
  ])('refuses %s and writes nothing', async (_, change, code, field) => {
    await leavesAllAsItWas(async (draft) =>
      expect(await save(kit, draft, inputOf(draft, change))).toMatchObject({
        __typename: 'Refusal',
        code,
        field,
      }),
    );
  });

  test.each([
    ['no rows', { rows: [] }, 'REQUIRED', 'rows'],
    ['no discounting', { discountSchedule: [] }, 'REQUIRED', 'discountSchedule'],
    [
      'a schedule that begins late',
      { discountSchedule: [{ fromYear: 2, rate: 0.03 }] },
      'YEARS_DO_NOT_RISE',
      'discountSchedule',
    ],
    [
      'a rate of more than half',
      { discountSchedule: [{ fromYear: 1, rate: 0.6 }] },
      'TOO_LARGE',
      'discountSchedule.0.rate',
    ],
    ['a name that another version has', { name: 'Brussels 2015-2017' }, 'NAME_TAKEN', 'name'],
    [
      'a scenario of a row that there is not',
      {
        scenarios: [
          {
            name: 'Luck',
            changes: [{ row: '01900000-0000-7000-8000-000000000000', parameter: 'proxy', value: 1 }],
          },
        ],
      },
      'ROW_UNKNOWN',
      'scenarios.0.changes.0.row',
    ],
  ])('refuses %s', async (_, change, code, field) => {
    await leavesAllAsItWas(async (draft) =>
      expect(await save(kit, draft, { ...inputOf(draft), ...change })).toMatchObject({ code, field }),
    );
  });

  test('keeps its ranges, its index, its notes and its scenarios', async () => {
    const draft = await openDraft(kit);
    const input = inputOf(draft, {
      priceIndex: { name: 'Health index, Statbel', from: 100, to: 112.5, year: 2017 },
      note: 'Cost of 2010 at the prices of 2017.',
      ranges: [range],
    });
    const scenarios = [
      { name: 'Half the worth', changes: [{ row: draft.rows[0].key, parameter: 'proxy', value: 100 }] },
    ];
    const saved = await save(kit, draft, { ...input, scenarios });
    expect(saved.scenarios).toEqual(scenarios);
    expect(saved.rows[0]).toMatchObject({
      priceIndex: { name: 'Health index, Statbel', from: 100, to: 112.5, year: 2017 },
      proxy: { cents: 3_344_300 },
      countedProxy: { cents: 3_762_338 },
      note: 'Cost of 2010 at the prices of 2017.',
      ranges: [range],
    });
    expect(saved.result.grossRatio / draft.result.grossRatio).toBeCloseTo(1.125, 6);
    await save(kit, saved, inputOf(draft));
  });

  test('is read but not changed by an analyst', async () => {
    await leavesAllAsItWas(async (draft) => {
      for (const mutation of [
        'saveSroiVersion(id: $id, version: 1, input: {name: "x", discountSchedule: [], discountConvention: END_OF_YEAR, horizonYears: 1, seed: 1, draws: 1000, scenarios: [], rows: []})',
        'publishSroiVersion(id: $id, version: 1)',
        'startSroiVersion(from: $id, name: "x")',
        'discardSroiVersion(id: $id, version: 1)',
      ]) {
        const { errors } = await askRaw(
          kit,
          viewerWith('ANALYST'),
          `mutation ($id: ID!) { ${mutation} { __typename } }`,
          { id: draft.id },
        );
        expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      }
    });
    const seen = await readSroi(kit, viewerWith('ANALYST'));
    expect(seen.viewerCanEdit).toBe(false);
    expect(seen.draft.result).toEqual((await readSroi(kit)).draft.result);
  });

  test('there is one at a time, also when two begin one at once; discarded, it can be taken up again', async () => {
    const draft = await openDraft(kit);
    const start = (name: string) =>
      ask(
        kit,
        finance,
        `mutation ($from: ID!, $name: String!) { startSroiVersion(from: $from, name: $name) { __typename ... on Refusal { code params } } }`,
        { from: draft.id, name },
      );
    expect((await start('Another')).startSroiVersion).toMatchObject({
      code: 'DRAFT_EXISTS',
      params: { name: draft.name },
    });
    const discarded = await act(kit, 'discard', draft);
    expect((await readSroi(kit)).draft).toBeNull();
    expect(await save(kit, discarded, inputOf(draft))).toMatchObject({ code: 'VERSION_NOT_DRAFT' });
    const restored = await act(kit, 'restore', discarded);
    expect(restored).toMatchObject({ status: 'DRAFT', rows: draft.rows });
    const again = await act(kit, 'discard', restored);
    const both = await Promise.all([start('One'), start('Two')]);
    expect(new Set(both.map(({ startSroiVersion }) => startSroiVersion.__typename))).toEqual(
      new Set(['Refusal', 'SroiVersion']),
    );
    expect(await act(kit, 'restore', again)).toMatchObject({ code: 'DRAFT_EXISTS' });
  });
});
