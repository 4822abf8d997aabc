import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, inputOf, openDraft, readSroi, save, sroiFigures } from '../../../test/sroi.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

describe('publication', () => {
  test('is refused while a proxy has no source, and says of which row', async () => {
    const draft = await openDraft(kit);
    const rows = inputOf(draft).rows;
    const unsourced = {
      ...rows[0],
      key: null,
      outcome: 'Mentors feel useful',
      stakeholder: 'MENTORS',
      proxySource: ' ',
      ranges: [],
    };
    const saved = await save(kit, draft, { ...inputOf(draft), rows: [...rows, unsourced] });
    expect(await act(kit, 'publish', saved)).toEqual({
      __typename: 'Refusal',
      code: 'PROXY_UNSOURCED',
      field: 'rows.1.proxySource',
      params: { outcome: 'Mentors feel useful' },
    });
    expect((await readSroi(kit)).draft).toMatchObject({ version: saved.version, rows: saved.rows });
    await act(kit, 'discard', saved);
  });

  test('is refused while a number that weighs does not say on what it stands, and names it', async () => {
    const draft = await openDraft(kit, 'Unfounded');
    const [{ assumptions }] = draft.rows;
    expect(assumptions.map(({ number, grade }: any) => [number, grade])).toEqual([
      ['deadweight', 'ASSUMED'],
      ['displacement', 'ASSUMED'],
      ['attribution', 'ASSUMED'],
      ['leakage', 'ASSUMED'],
      ['substitution', 'ASSUMED'],
      ['dropOff', 'PUBLISHED'],
      ['durationYears', 'ASSUMED'],
    ]);
    const without = (number: string) => assumptions.filter((told: any) => told.number !== number);
    let saved = draft;
    for (const assumption of ['deadweight', 'dropOff', 'durationYears']) {
      saved = await save(kit, saved, inputOf(saved, { assumptions: without(assumption) }));
      expect(await act(kit, 'publish', saved)).toMatchObject({
        code: 'ASSUMPTION_UNSOURCED',
        field: 'rows.0.assumptions',
        params: { outcome: 'Mentees in work', assumption },
      });
    }
    // What takes nothing off needs no source.
    saved = await save(kit, saved, inputOf(saved, { assumptions: without('attribution') }));
    const twice = [assumptions[0], assumptions[0]];
    expect(await save(kit, saved, inputOf(saved, { assumptions: twice }))).toMatchObject({
      code: 'REPEATED_IN_LIST',
      field: 'rows.0.assumptions.1.number',
    });
    expect(await act(kit, 'discard', saved)).toMatchObject({ status: 'DISCARDED' });
  });

  test('is refused while a source was said of a former value, until it is confirmed or another one is named', async () => {
    const draft = await openDraft(kit, 'Changed since');
    const [row] = inputOf(draft).rows;
    const withRow = (change: object) => ({ ...inputOf(draft), rows: [{ ...row, ranges: [], ...change }] });
    const publish = async (change: object) => {
      const { draft: now } = await readSroi(kit);
      const saved = await save(kit, now, withRow(change));
      expect(saved).toMatchObject({ __typename: 'SroiVersion' });
      return act(kit, 'publish', saved);
    };
    for (const [number, field, change] of [
      ['deadweight', 'assumptions', { deadweight: 0.4 }],
      ['durationYears', 'assumptions', { durationYears: 2 }],
      ['proxy', 'proxySource', { proxyCents: 3_000_000 }],
    ] as const)
      expect(await publish(change)).toEqual({
        __typename: 'Refusal',
        code: 'SOURCE_OF_FORMER_VALUE',
        field: `rows.0.${field}`,
        params: { outcome: 'Mentees in work', number },
      });
    // A quantity that is typed is a value like others: it says on what it stands, and of which value.
    const typed = { quantityMetric: null, quantity: 212 };
    expect(await publish(typed)).toMatchObject({
      code: 'ASSUMPTION_UNSOURCED',
      params: { assumption: 'quantity' },
    });
    const counted = { number: 'quantity', value: 200, grade: 'MEASURED', source: 'Counted by hand' };
    expect(await publish({ ...typed, assumptions: [counted, ...row.assumptions] })).toMatchObject({
      code: 'SOURCE_OF_FORMER_VALUE',
      params: { number: 'quantity' },
    });
    // Neither the amount nor that of which its source was said is left to be guessed.
    const { draft: now } = await readSroi(kit);
    expect(await save(kit, now, withRow({ proxySourceCents: null }))).toMatchObject({
      code: 'REQUIRED',
      field: 'rows.0.proxySourceCents',
    });
    await act(kit, 'discard', now);
  });

  test('moves the figures, names who did it, and locks the version', async () => {
    const draft = await openDraft(kit, 'Half the deadweight');
    const before = await sroiFigures(kit);
    const saved = await save(kit, draft, inputOf(draft, { deadweight: 0.2527, ranges: [] }));
    const published = await act(kit, 'publish', saved);
    expect(published).toMatchObject({
      status: 'PUBLISHED',
      publishedBy: 'Fien',
      publishedAsOf: '2017-12-31',
      viewerCanEdit: false,
      version: saved.version + 1,
    });
    const after = await sroiFigures(kit);
    expect(after).toEqual({
      gross: before.gross,
      net: saved.result.netRatio,
      version: { name: 'Half the deadweight', status: 'PUBLISHED' },
    });
    for (const refused of [
      await save(kit, published, inputOf(published)),
      await act(kit, 'discard', published),
    ])
      expect(refused).toMatchObject({ code: 'VERSION_PUBLISHED', field: 'id' });
    expect(await act(kit, 'publish', published)).toMatchObject({ code: 'VERSION_NOT_DRAFT' });
    const [entry] = await kit.db.query(
      `select actor_name, after from audit_entry where action = 'publishSroiVersion'`,
    );
    expect(entry).toMatchObject({ actor_name: 'Fien', after: { status: 'PUBLISHED' } });
  });

  test.each([
    ['a number of a row', `update sroi_row set deadweight = 0 where version_id = $1`],
    ['on what a number stands', `update sroi_assumption set source = 'hearsay' where version_id = $1`],
    ['on what it stood', `delete from sroi_assumption where version_id = $1`],
    ['its source', `update sroi_row set proxy_source = 'hearsay' where version_id = $1`],
    [
      'the quantity that it was published with',
      `update sroi_row set published_quantity = 1000 where version_id = $1`,
    ],
    ['its discounting', `update sroi_version set discount_schedule = '[]' where id = $1`],
    [
      'its status',
      `update sroi_version set status = 'DRAFT', published_at = null, published_by = null, published_as_of = null, published_investment_cents = null where id = $1`,
    ],
    ['its name', `update sroi_version set name = 'Another' where id = $1`],
    [
      'a row more',
      `insert into sroi_row select (jsonb_populate_record(row, jsonb_build_object('id', uuid_v7(), 'row_key', uuid_v7(), 'position', 7))).* from sroi_row as row where version_id = $1`,
    ],
    ['a row less', `delete from sroi_row where version_id = $1`],
    [
      'a scenario',
      `insert into sroi_scenario (version_id, position, name, changes) values ($1, 5, 'x', '[]')`,
    ],
    ['the version itself', `delete from sroi_version where id = $1`],
  ])('is kept by the database against everybody, its owner too: %s', async (_, statement) => {
    const { current } = await readSroi(kit);
    await expect(kit.db.query(statement, [current.id])).rejects.toThrow('does not change');
    expect((await readSroi(kit)).current).toEqual(current);
  });

  test('keeps the quantities that it was published with beside those of today', async () => {
    const { current } = await readSroi(kit);
    const [row] = current.rows;
    await kit.db.query(
      `update outcome set removed_at = now() where duo_id in (select duo_id from duo_fact where closed_on is not null and job_from_start is not null limit 10)`,
    );
    await kit.db.query('select rebuild_facts()');
    await kit.db.query(
      'insert into cost (booked_on, category, branch_id, amount_cents) select booked_on, category, branch_id, amount_cents from cost',
    );
    const later = (await readSroi(kit)).current;
    expect(later.rows[0].publishedQuantity).toBe(row.publishedQuantity);
    expect(later.rows[0].quantity).toBeLessThan(row.quantity);
    expect(later.publishedResult).toEqual(current.publishedResult);
    expect(later.publishedInvestment).toEqual(current.publishedInvestment);
    // Figures are of the day that they are asked for.
    expect((await sroiFigures(kit)).net).toBe(later.result.netRatio);
    expect(later.result.netRatio).toBeLessThan(current.result.netRatio / 2);
  });

  test('is refused where nothing was put in', async () => {
    const draft = await openDraft(kit, 'Before any cost');
    const early: Testkit = { ...kit, today: '2015-01-01' };
    expect(await act(early, 'publish', draft)).toMatchObject({ code: 'NOTHING_PUT_IN' });
    await act(kit, 'discard', draft);
  });
});

describe('two versions compared', () => {
  test('differ by effects that add up to what lies between their ratios', async () => {
    const { current } = await readSroi(kit);
    const draft = await openDraft(kit, 'Compared');
    const rows = inputOf(draft).rows;
    const saved = await save(kit, draft, {
      ...inputOf(draft),
      discountSchedule: [{ fromYear: 1, rate: 0.02 }],
      rows: [
        { ...rows[0], deadweight: 0.6, note: 'Another note', ranges: [] },
        {
          ...rows[0],
          key: null,
          outcome: 'Mentees in training',
          quantityMetric: null,
          quantity: 12,
          proxyCents: 150_000,
          ranges: [],
        },
      ],
    });
    const { sroiComparison } = await ask(
      kit,
      viewerWith('ANALYST'),
      `query ($first: ID!, $second: ID!) { sroiComparison(first: $first, second: $second) {
         first { name } second { name } firstRatio secondRatio differences { kind outcome parameters { parameter before after } effect } } }`,
      { first: current.id, second: saved.id },
    );
    expect(sroiComparison).toMatchObject({
      first: { name: current.name },
      second: { name: 'Compared' },
      firstRatio: current.result.netRatio,
      secondRatio: saved.result.netRatio,
      differences: [
        {
          kind: 'CHANGED',
          outcome: 'Mentees in work',
          parameters: [{ parameter: 'deadweight', before: 0.2527, after: 0.6 }],
        },
        { kind: 'ADDED', outcome: 'Mentees in training' },
        { kind: 'DISCOUNTING', outcome: null },
      ],
    });
    const effects = sroiComparison.differences.reduce((sum: number, { effect }: any) => sum + effect, 0);
    expect(effects).toBeCloseTo(saved.result.netRatio - current.result.netRatio, 9);
    await act(kit, 'discard', saved);
  });
});
