import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  act,
  finance,
  inputOf,
  openDraft,
  readSroi,
  save,
  sroiFigures,
  VERSION,
} from '../../../test/sroi.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;
let funder: ReturnType<typeof viewerWith>;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
  funder = viewerWith('PARTNER_MEMBER', { partnerId });
});
afterAll(() => kit.close());

const readVersion = async (id: string, viewer = finance) =>
  (await ask(kit, viewer, `query ($id: ID!) { sroiVersion(id: $id) { ${VERSION} } }`, { id })).sroiVersion;

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

describe('a partner', () => {
  test('meets the published version alone, by the API and by the database', async () => {
    const draft = await openDraft(kit, 'Not for partners');
    const changed = await save(kit, draft, inputOf(draft, { deadweight: 0, ranges: [] }));
    const seen = await readSroi(kit, funder);
    expect([seen.draft, seen.current.status, seen.viewerCanEdit]).toEqual([null, 'PUBLISHED', false]);
    expect(seen.versions).toEqual([{ name: seen.current.name, status: 'PUBLISHED' }]);
    expect(await readVersion(changed.id, funder)).toBeNull();
    expect(await readVersion(changed.id)).toMatchObject({ id: changed.id });
    expect((await sroiFigures(kit, funder)).net).toBe((await sroiFigures(kit)).net);
    const asPartner = await kit.db.transaction(async (tx) => {
      await tx.query('set local role tandem_partner');
      return tx.query(
        `select (select count(*) from sroi_version) as versions, (select count(*) from sroi_row where version_id = $1) as rows,
           (select count(*) from sroi_scenario where version_id = $1) as scenarios`,
        [changed.id],
      );
    });
    expect(asPartner).toEqual([{ versions: 1, rows: 0, scenarios: 0 }]);
    await act(kit, 'discard', changed);
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

describe('what is released of the map', () => {
  const on = (today: string): Testkit => ({ ...kit, today });
  const jobs = (model: any): number => model.current.rows[0].quantity;

  test('sees the counts that were released with its ratio, and no other ones', async () => {
    const seen = (await readSroi(kit, funder)).current;
    expect(seen).toMatchObject({ publishedInvestment: null, publishedResult: null });
    expect(seen.rows[0].publishedQuantity).toBeNull();
    const staff = jobs(await readSroi(kit));
    // Written today, found long ago.
    await kit.db.query(
      `update outcome set removed_at = '2017-06-01' where duo_id in (select duo_id from duo_fact where closed_on is not null and job_from_start is not null limit 2)`,
    );
    await kit.db.query('select rebuild_facts()');
    expect(jobs(await readSroi(kit))).toBe(staff - 2);
    // Neither on the same day, nor with the next release: no ten duos closed since.
    for (const day of ['2017-12-31', '2018-01-01']) {
      const { current } = await readSroi(on(day), funder);
      expect(current).toEqual(seen);
      expect(await sroiFigures(on(day), funder)).toMatchObject({
        gross: current.result.grossRatio,
        net: current.result.netRatio,
      });
      expect(await readVersion(current.id, funder)).toEqual(seen);
    }
    await kit.db.query(`update outcome set removed_at = null where removed_at = '2017-06-01'`);
    await kit.db.query('select rebuild_facts()');
  });

  test('sees the version of which its ratio is made: another one once it is published', async () => {
    const known = jobs(await readSroi(on('2018-01-02'), funder));
    expect(jobs(await readSroi(kit))).toBe(known);
    const draft = await openDraft(kit, 'Other assumptions');
    const published = await act(
      kit,
      'publish',
      await save(kit, draft, inputOf(draft, { deadweight: 0.4, ranges: [] })),
    );
    // The counts are those that are known, and assumptions tell of nobody.
    const { current } = await readSroi(on('2018-01-02'), funder);
    expect([current.name, current.result]).toEqual([published.name, published.result]);
    expect((await sroiFigures(on('2018-01-02'), funder)).net).toBe(published.result.netRatio);
  });

  test('has no map while one of its quantities is few; the ratio stays', async () => {
    const [{ partner_id: partnerId }] = await kit.db.query(
      `select partner_id from funding_grant join partner on partner.id = partner_id where name <> 'Banque du Parc' order by 1 limit 1`,
    );
    await kit.db.query(
      `update outcome set removed_at = now() where removed_at is null and duo_id not in (select duo_id from duo_fact where closed_on is not null and job_from_start is not null limit 3)`,
    );
    await kit.db.query('select rebuild_facts()');
    expect(jobs(await readSroi(kit))).toBe(3);
    const another = viewerWith('PARTNER_MEMBER', { partnerId });
    expect(await readSroi(kit, another)).toBeNull();
    expect((await sroiFigures(kit, another)).net).toBe((await sroiFigures(kit)).net);
  });

  test('is not told how the ratio is spread where it has no map', async () => {
    const draft = await openDraft(kit, 'Uncertain');
    const ranges = [{ parameter: 'deadweight', distribution: 'UNIFORM', low: 0.2, high: 0.6 }];
    await act(kit, 'publish', await save(kit, draft, inputOf(draft, { deadweight: 0.4, ranges })));
    const spreadFor = async (viewer: typeof funder) =>
      (await ask(kit, viewer, '{ figure(metric: SROI_NET) { ... on Figure { value spread { draws } } } }'))
        .figure;
    const others: { partner_id: string }[] = await kit.db.query(
      `select distinct partner_id from funding_grant join partner on partner.id = partner_id where name <> 'Banque du Parc' order by 1 limit 2`,
    );
    const never = viewerWith('PARTNER_MEMBER', { partnerId: others[1]?.partner_id ?? '' });
    const asIs = await spreadFor(finance);
    expect(asIs.spread).toEqual({ draws: expect.any(Number) });
    expect(await spreadFor(never)).toEqual({ ...asIs, spread: null });
  });

  test('nor where its ratio is an earlier one, of a version that another one took the place of', async () => {
    await kit.db.query(`update outcome set removed_at = null where removed_at is not null`);
    await kit.db.query('select rebuild_facts()');
    const [{ partner_id: partnerId }] = await kit.db.query(
      `select distinct partner_id from funding_grant join partner on partner.id = partner_id where name <> 'Banque du Parc' order by 1 desc limit 1`,
    );
    const third = viewerWith('PARTNER_MEMBER', { partnerId });
    const toldOn = async (today: string) => {
      const { figure, sroiModel } = await ask(
        on(today),
        third,
        '{ figure(metric: SROI_NET) { ... on Figure { asOf isEarlier spread { draws } } } sroiModel { current { id } } }',
      );
      return { ...figure, hasMap: sroiModel?.current != null };
    };
    const spread = { draws: expect.any(Number) };
    expect(await toldOn('2018-02-01')).toEqual({
      asOf: '2018-02-01',
      isEarlier: false,
      spread,
      hasMap: true,
    });
    await kit.db.query(
      `update outcome set removed_at = now() where duo_id in (select duo_id from duo_fact where closed_on is not null and job_from_start is not null limit 2)`,
    );
    await kit.db.query('select rebuild_facts()');
    expect(await toldOn('2018-02-02')).toEqual({ asOf: '2018-02-01', isEarlier: true, spread, hasMap: true });
    const draft = await openDraft(kit, 'Uncertain, again');
    const ranges = [{ parameter: 'deadweight', distribution: 'UNIFORM', low: 0.3, high: 0.7 }];
    await act(kit, 'publish', await save(kit, draft, inputOf(draft, { deadweight: 0.5, ranges })));
    expect(await toldOn('2018-02-03')).toEqual({
      asOf: '2018-02-01',
      isEarlier: true,
      spread: null,
      hasMap: false,
    });
  });
});

describe('the library of proxies', () => {
  const PROXY = 'id version name cents currency priceYear country unit source note';
  const list = async () => (await ask(kit, finance, `{ proxies { ${PROXY} } }`)).proxies;
  const write = async (field: string, variables: object): Promise<any> => {
    const { answer } = await ask(kit, finance, field, variables as Record<string, unknown>);
    return answer;
  };
  const SAVE = `mutation ($saved: RecordVersionInput, $input: ProxyInput!) { answer: saveProxy(saved: $saved, input: $input) { __typename ... on Proxy { ${PROXY} } ... on Refusal { code field } } }`;

  test('begins with what was published, in its own currency and prices', async () => {
    const proxies = await list();
    expect(proxies).toContainEqual(
      expect.objectContaining({ cents: 3_344_300, currency: 'EUR', priceYear: 2010, country: 'BE' }),
    );
    expect(proxies.every(({ source }: any) => source.length > 0)).toBe(true);
  });

  test('takes entries up with a source, changes them as they were seen, and gives them back', async () => {
    const input = {
      name: 'An hour of a volunteer',
      cents: 1500,
      currency: 'EUR',
      priceYear: 2017,
      country: 'BE',
      unit: 'hour',
      source: 'A study',
      note: null,
    };
    expect(await write(SAVE, { input: { ...input, source: '' } })).toMatchObject({
      code: 'REQUIRED',
      field: 'source',
    });
    const saved = await write(SAVE, { input });
    expect(saved).toMatchObject({ ...input, version: 1 });
    const seen = { id: saved.id, version: 1 };
    const changed = await write(SAVE, { saved: seen, input: { ...input, cents: 1600 } });
    expect(changed).toMatchObject({ id: saved.id, cents: 1600, version: 2 });
    expect(await write(SAVE, { saved: seen, input })).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const move = (operation: string, version: number) =>
      write(
        `mutation ($id: ID!, $version: Int!) { answer: ${operation}(id: $id, version: $version) { __typename ... on Refusal { code } } }`,
        { id: saved.id, version },
      );
    expect(await move('removeProxy', 2)).toEqual({ __typename: 'Proxy' });
    expect(await list()).not.toContainEqual(expect.objectContaining({ id: saved.id }));
    expect(await move('restoreProxy', 3)).toEqual({ __typename: 'Proxy' });
    expect(await list()).toContainEqual(expect.objectContaining({ id: saved.id, cents: 1600 }));
  });
});
