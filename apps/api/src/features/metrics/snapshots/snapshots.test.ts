import { createHash } from 'node:crypto';
import { CATALOGUE, METRIC_IDS } from '@tandem/metrics/catalogue';
import { versionOf } from '@tandem/metrics/definition';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../../test/testkit.ts';

const analyst = viewerWith('ANALYST');
const staff = viewerWith('ADMINISTRATOR');
const TAKE = `mutation ($input: SnapshotInput!) { takeSnapshot(input: $input) { __typename ... on Snapshot { id number seal } ... on Refusal { code field } } }`;
const CHECK = `query ($id: ID!) { snapshotCheck(id: $id) { sealHolds sameData changedDuos months { fact month rowsThen rowsNow } figures { same sameCalculation now { ... on Figure { value } } } } }`;
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

interface Taken {
  readonly id: string;
  readonly number: number;
  readonly seal: string;
}
interface Check {
  readonly sealHolds: boolean;
  readonly sameData: boolean;
  readonly changedDuos: number;
  readonly months: readonly { readonly fact: string; readonly month: string }[];
  readonly figures: readonly { readonly same: boolean; readonly sameCalculation: boolean }[];
}
interface Sealed {
  readonly definition: { readonly id: string };
  readonly sealed: { readonly denominator: number; readonly asked: number | null };
  readonly units: unknown;
  readonly words: unknown;
  readonly sameWords: boolean | null;
}

const take = async (input: object, viewer = analyst): Promise<Taken> =>
  (await ask(kit, viewer, TAKE, { input })).takeSnapshot;
const check = async (id: string): Promise<Check> => (await ask(kit, analyst, CHECK, { id })).snapshotCheck;

/** While a snapshot says something else than was sealed. */
async function withContent(
  id: string,
  change: (content: string) => string,
  work: () => Promise<void>,
): Promise<void> {
  const [{ content }] = await kit.db.query('select content from figure_snapshot where id = $1', [id]);
  const write = (text: string) =>
    kit.db.query('update figure_snapshot set content = $2 where id = $1', [id, text]);
  await kit.db.query('alter table figure_snapshot disable trigger stays_as_taken');
  await write(change(content));
  await work();
  await write(content);
  await kit.db.query('alter table figure_snapshot enable trigger stays_as_taken');
}

describe('a snapshot', () => {
  let id: string;

  test('seals figures with what was asked, by which definition, and what came out', async () => {
    const figures = [
      ...METRIC_IDS.map((metric) => ({ metric })),
      { metric: 'SROI_NET' },
      {
        metric: 'EMPLOYMENT_RATE',
        period: { from: '2016-01-01', to: '2017-01-01' },
        parameters: { population: 'CLOSED' },
        filter: { gender: ['WOMAN'] },
      },
    ];
    ({ id } = await take({ name: 'Annual report 2017', figures }));
    const { snapshot } = await ask(
      kit,
      analyst,
      `query ($id: ID!) { snapshot(id: $id) { number name asOf takenBy figures { definition { id version } period { from to } parameters { population } filter { dimension values } sealed { value numerator denominator } } } }`,
      { id },
    );
    expect(snapshot).toMatchObject({
      number: 1,
      name: 'Annual report 2017',
      asOf: '2017-12-31',
      takenBy: 'Test',
    });
    expect(snapshot.figures).toHaveLength(figures.length);
    const { figure } = await ask(
      kit,
      staff,
      `{ figure(metric: EMPLOYMENT_RATE, period: {from: "2016-01-01", to: "2017-01-01"}, parameters: {population: CLOSED}, filter: {gender: [WOMAN]}) { ... on Figure { value numerator denominator } } }`,
    );
    expect(snapshot.figures.at(-1)).toEqual({
      definition: { id: 'EMPLOYMENT_RATE', version: 2 },
      period: { from: '2016-01-01', to: '2017-01-01' },
      parameters: { population: 'CLOSED' },
      filter: [{ dimension: 'GENDER', values: ['WOMAN'] }],
      sealed: figure,
    });
  });

  test('hands out what is sealed to the letter, so that whoever has it can make its seal again', async () => {
    await take({ name: 'Another', figures: [{ metric: 'DUOS_STARTED' }] });
    const { snapshots } = await ask(
      kit,
      analyst,
      '{ snapshots { id number seal sealBefore content figures { definition { id } } } }',
    );
    const [second, first] = snapshots;
    expect(first.sealBefore).toBeNull();
    expect(second.sealBefore).toBe(first.seal);
    for (const { seal, sealBefore, content } of snapshots)
      expect(
        createHash('sha256')
          .update(Buffer.from(sealBefore ?? '', 'hex'))
          .update(content)
          .digest('hex'),
      ).toBe(seal);
    expect(JSON.parse(second.content).figures).toMatchObject([{ metric: 'DUOS_STARTED', version: 1 }]);
    const { snapshot } = await ask(kit, analyst, 'query ($id: ID!) { snapshot(id: $id) { sealBefore } }', {
      id: second.id,
    });
    expect(snapshot.sealBefore).toBe(first.seal);
  });

  test('gives the same from the same data', async () => {
    const checked = await check(id);
    expect(checked).toMatchObject({ sealHolds: true, sameData: true, changedDuos: 0, months: [] });
    expect(checked.figures.every(({ same, sameCalculation }) => same && sameCalculation)).toBe(true);
  });

  test('has of answers how many were asked for, and one that was sealed without is no other for that', async () => {
    const { snapshot } = await ask(
      kit,
      analyst,
      `query ($id: ID!) { snapshot(id: $id) { figures { definition { id } sealed { denominator asked } } } }`,
      { id },
    );
    const sealedOf = (metric: string) =>
      snapshot.figures.find(({ definition }: Sealed) => definition.id === metric).sealed;
    const [mentees, mentors] = [sealedOf('MENTEE_RESPONSE_RATE'), sealedOf('MENTOR_RESPONSE_RATE')];
    expect(sealedOf('SATISFACTION_RATE').asked).toBe(mentees.denominator + mentors.denominator);
    expect(sealedOf('POSITIVE_EXIT_RATE').asked).toBeNull();
    await withContent(
      id,
      (content) => content.replaceAll(/,"asked":(?:\d+|null)/g, ''),
      async () => {
        const { sealHolds, figures } = await check(id);
        expect(sealHolds).toBe(false);
        expect(figures.every(({ same }) => same)).toBe(true);
      },
    );
  });

  test('tells which data and which figures are other ones', async () => {
    const [{ id: duoId }] = await kit.db.query(
      `select id from duo where started_on = '2015-09-01' order by reference limit 1`,
    );
    await ask(
      kit,
      staff,
      `mutation { recordOutcome(duoId: "${duoId}", input: {observedOn: "2015-12-01", situation: JOB, contractType: OPEN_ENDED, evidence: CONTRACT}) { __typename } }`,
    );
    const checked = await check(id);
    expect(checked).toMatchObject({ sealHolds: true, sameData: false, changedDuos: 1 });
    expect(checked.months).toEqual([
      { fact: 'duo_fact', month: '2015-09-01', rowsThen: expect.any(Number), rowsNow: expect.any(Number) },
    ]);
    const place = (metric: string) => METRIC_IDS.findIndex((one) => one === metric);
    expect(checked.figures[place('EMPLOYMENT_RATE')]?.same).toBe(false);
    expect(checked.figures[place('MENTORING_HOURS')]?.same).toBe(true);
    const { snapshotRecords } = await ask(
      kit,
      staff,
      `query ($id: ID!) { snapshotRecords(id: $id) { totalCount edges { node { change record { duo { id } } } } } }`,
      { id },
    );
    expect(snapshotRecords).toEqual({
      totalCount: 1,
      edges: [{ node: { change: 'CHANGED', record: { duo: { id: duoId } } } }],
    });
  });

  test('is not of other data because of a new column, but is when one of its own is other', async () => {
    await kit.db.query('alter table mentor_fact add column shoe_size integer default 42');
    const checked = await check(id);
    expect(checked.months.map(({ fact }) => fact)).toEqual(['duo_fact']);
    await kit.db.query('alter table mentor_fact drop column shoe_size');
  });

  test('stays as it was taken, also for who owns the database', async () => {
    for (const change of [
      `update figure_snapshot set name = 'Better'`,
      'delete from figure_snapshot',
      'delete from figure_snapshot_month',
    ])
      await expect(kit.db.query(change)).rejects.toThrow('a snapshot stays as it was taken');
  });

  test('that was forged all the same is found out, in itself and in those after it', async () => {
    const { id: second } = await take({ name: 'Second', figures: [{ metric: 'DUOS_STARTED' }] });
    expect(await check(second)).toMatchObject({ sealHolds: true });
    await withContent(
      id,
      (content) => content.replace('Annual report 2017', 'Annual report 2018'),
      async () => {
        expect(await check(id)).toMatchObject({ sealHolds: false });
        expect(await check(second)).toMatchObject({ sealHolds: false });
      },
    );
    expect(await check(second)).toMatchObject({ sealHolds: true });
  });
});

describe('the words of sealed figures', () => {
  const WORDS =
    'figures { definition { name numerator version } words { name says numerator denominator } sameWords }';
  const wordsOf = async (id: string, locale: 'fr' | 'en' = 'en') =>
    (await ask({ ...kit, locale }, analyst, `query ($id: ID!) { snapshot(id: $id) { ${WORDS} } }`, { id }))
      .snapshot.figures;

  test('are sealed in three languages, by the version that was asked for, and told in that of the reader', async () => {
    const { id } = await take({
      name: 'Words',
      figures: [{ metric: 'COMPLETION_RATE', version: 1 }, { metric: 'SROI_NET' }],
    });
    const [{ content }] = await kit.db.query('select content from figure_snapshot where id = $1', [id]);
    const { words } = versionOf(CATALOGUE.COMPLETION_RATE, 1) ?? CATALOGUE.COMPLETION_RATE;
    expect(JSON.parse(content).figures[0]).toMatchObject({ version: 1, words });
    const [completed, sroi] = await wordsOf(id, 'fr');
    expect(completed.words).toEqual(words.fr);
    expect([completed.sameWords, sroi.sameWords]).toEqual([true, true]);
    expect(sroi.words.name).toBe(sroi.definition.name);
  });

  test('stay as they were sealed where a version is worded otherwise since, which is said', async () => {
    const { id } = await take({
      name: 'Improved',
      figures: [{ metric: 'DUOS_STARTED' }, { metric: 'DUOS_CLOSED' }],
    });
    const { name } = CATALOGUE.DUOS_STARTED.words.nl;
    await withContent(
      id,
      (content) => content.replace(`"name":"${name}"`, '"name":"Zoals het toen heette"'),
      async () => {
        const figures = await wordsOf(id);
        expect(figures.map(({ sameWords }: Sealed) => sameWords)).toEqual([false, true]);
        expect(figures[0].words.name).toBe(figures[0].definition.name);
      },
    );
  });

  test('a snapshot of before they were sealed has none, counts by the version it names, and its seal holds', async () => {
    const [last] = await kit.db.query(
      'select number, seal from figure_snapshot order by number desc limit 1',
    );
    const { id: now } = await take({
      name: 'Template',
      figures: [{ metric: 'POSITIVE_EXIT_RATE', version: 1 }],
    });
    const [{ content, seal, number }] = await kit.db.query(
      'select content, seal, number from figure_snapshot where id = $1',
      [now],
    );
    expect(number).toBe(last.number + 1);
    const sealed = JSON.parse(content);
    const [{ words: _words, sealed: value, ...figure }] = sealed.figures;
    const { spread: _spread, ...told } = value;
    const nothing = createHash('sha256').update('').digest('hex');
    const text = JSON.stringify({
      ...sealed,
      format: 2,
      name: 'Of format 2',
      number: number + 1,
      columns: {},
      figures: [{ ...figure, sealed: told }],
      dataDigest: nothing,
    });
    const [{ id }] = await kit.db.query(
      `insert into figure_snapshot (id, number, name, taken_at, as_of, content, seal)
       values (uuid_v7(), $1, 'Of format 2', now(), $2, $3, $4) returning id`,
      [number + 1, kit.today, text, createHash('sha256').update(seal).update(text).digest()],
    );
    const [one] = await wordsOf(id);
    expect(one).toMatchObject({ words: null, sameWords: null, definition: { version: 1 } });
    expect(await check(id)).toMatchObject({
      sealHolds: true,
      figures: [{ same: true, sameCalculation: true }],
    });
  });
});

describe('a sealed social return', () => {
  const SROI = `figures { valueMap { map name version status publishedAt scenario } units { value numerator denominator }
    words { name } sameWords sealed { value numerator denominator spread { lower upper draws } } }`;

  test('names the value map, its version and that no what-if is reckoned with, and its numbers say what they are in', async () => {
    const { id } = await take({
      name: 'Return',
      figures: [{ metric: 'SROI_NET' }, { metric: 'COST_PER_DUO' }],
    });
    const { snapshot } = await ask(
      kit,
      analyst,
      `query ($id: ID!) { snapshot(id: $id) { content ${SROI} } }`,
      {
        id,
      },
    );
    const [{ valueMap, sealed }, cost] = snapshot.figures;
    const [model] = await kit.db.query(
      `select sroi_model.name as map, sroi_version.name, sroi_version.version, status from sroi_version
       join sroi_model on sroi_model.published_version_id = sroi_version.id`,
    );
    expect(valueMap).toMatchObject({ ...model, scenario: null });
    expect(valueMap.publishedAt).not.toBeNull();
    expect(cost.valueMap).toBeNull();
    expect(sealed.value).toBeCloseTo(sealed.numerator / sealed.denominator, 9);
    const { figure } = await ask(
      kit,
      analyst,
      '{ figure(metric: SROI_NET) { ... on Figure { spread { lower upper draws } } } }',
    );
    expect(sealed.spread).toEqual(figure.spread);
    expect(sealed.spread.lower).toBeLessThan(sealed.value);
    expect(cost.sealed.spread).toBeNull();
    expect(snapshot.figures.map(({ units }: Sealed) => units)).toEqual([
      { value: 'RATIO', numerator: 'CENTS', denominator: 'CENTS' },
      { value: 'CENTS', numerator: 'CENTS', denominator: 'COUNT' },
    ]);
    const content = JSON.parse(snapshot.content);
    expect(content.format).toBe(3);
    expect(content.figures.map(({ units }: Sealed) => units)).toEqual([
      { value: 'RATIO', numerator: 'CENTS', denominator: 'CENTS' },
      { value: 'CENTS', numerator: 'CENTS', denominator: 'COUNT' },
    ]);
    expect(content.figures[0].valueMap).toMatchObject({ ...model, scenario: null });
  });

  test('tells when it would be made of another version today', async () => {
    const { id } = await take({ name: 'Return of the former', figures: [{ metric: 'SROI_NET' }] });
    expect((await check(id)).figures).toMatchObject([{ same: true, sameCalculation: true }]);
    await kit.db.query(`update sroi_model set name = 'Renamed'`);
    expect((await check(id)).figures).toMatchObject([{ same: true, sameCalculation: true }]);
    const [{ published }] = await kit.db.query('select published_version_id as published from sroi_model');
    const { startSroiVersion: draft } = await ask(
      kit,
      staff,
      `mutation ($from: ID!) { startSroiVersion(from: $from, name: "The next") { ... on SroiVersion { id version } } }`,
      { from: published },
    );
    await ask(
      kit,
      staff,
      `mutation ($id: ID!, $version: Int!) { publishSroiVersion(id: $id, version: $version) { __typename } }`,
      draft,
    );
    expect((await check(id)).figures).toMatchObject([{ same: true, sameCalculation: false }]);
  });

  test('of a snapshot from before that was sealed says nothing of it, and its seal holds', async () => {
    const [last] = await kit.db.query(
      'select number, content, seal from figure_snapshot order by number desc limit 1',
    );
    const { format: _, ...rest } = JSON.parse(last.content);
    const [{ units: _units, valueMap: _map, words: _words, sealed, ...figure }] = rest.figures;
    const { spread: _spread, ...told } = sealed;
    const nothing = createHash('sha256').update('').digest('hex');
    const content = JSON.stringify({
      ...rest,
      name: 'Of before',
      columns: {},
      figures: [{ ...figure, sealed: told }],
      dataDigest: nothing,
    });
    const seal = createHash('sha256').update(last.seal).update(content).digest();
    const [{ id }] = await kit.db.query(
      `insert into figure_snapshot (id, number, name, taken_at, as_of, content, seal)
       values (uuid_v7(), $1, 'Of before', now(), $2, $3, $4) returning id`,
      [last.number + 1, kit.today, content, seal],
    );
    const { snapshot } = await ask(kit, analyst, `query ($id: ID!) { snapshot(id: $id) { ${SROI} } }`, {
      id,
    });
    expect(snapshot.figures[0]).toMatchObject({ valueMap: null, units: null, words: null, sameWords: null });
    expect(await check(id)).toMatchObject({
      sealHolds: true,
      sameData: true,
      figures: [{ same: true, sameCalculation: true }],
    });
  });
});

test.each([
  [{ name: '', figures: [{ metric: 'DUOS_STARTED' }] }, 'REQUIRED', 'name'],
  [{ name: 'Nothing', figures: [] }, 'REQUIRED', 'figures'],
  [{ name: 'Annual report 2017', figures: [{ metric: 'DUOS_STARTED' }] }, 'NAME_TAKEN', 'name'],
])('what cannot be sealed is refused: %j', async (input, code, field) => {
  const before = await kit.db.query('select count(*) from figure_snapshot');
  expect(await take(input)).toEqual({ __typename: 'Refusal', code, field });
  expect(await kit.db.query('select count(*) from figure_snapshot')).toEqual(before);
});

test('is not for coordinators, who see a part, nor for partners', async () => {
  const [{ id: partnerId }] = await kit.db.query('select id from partner limit 1');
  for (const viewer of [viewerWith('COORDINATOR'), viewerWith('PARTNER_ADMINISTRATOR', { partnerId })]) {
    const { errors } = await askRaw(kit, viewer, '{ snapshots { id } }');
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  }
});

test('what one request seals after a write has the write in it', async () => {
  const [{ id: duoId, startedOn }] = await kit.db.query(
    `select id, started_on as "startedOn" from duo where closed_on is null order by id limit 1`,
  );
  const seal = (name: string) =>
    `takeSnapshot(input: {name: "${name}", figures: [{metric: MENTORING_HOURS}]}) { ... on Snapshot { figures { sealed { value } } } }`;
  const { before, after, meeting } = await ask(
    kit,
    staff,
    `mutation ($duoId: ID!, $day: CalendarDay!) { before: ${seal('Before')}
       meeting: logMeeting(duoId: $duoId, input: {heldOn: $day, minutes: 60, mode: REMOTE}) { __typename }
       after: ${seal('After')} }`,
    { duoId, day: startedOn },
  );
  expect(meeting.__typename).toBe('Meeting');
  expect(after.figures[0].sealed.value).toBeCloseTo(before.figures[0].sealed.value + 1, 6);
});

test('within what a sealed rate lay follows from the sealed numbers: the same as beside the figure of that day', async () => {
  const questions = [
    { metric: 'POSITIVE_EXIT_RATE' },
    { metric: 'EMPLOYMENT_RATE', parameters: { population: 'CLOSED' } },
    { metric: 'JOB_SUSTAINED_6_RATE' },
    { metric: 'DUOS_STARTED' },
  ];
  const { id } = await take({ name: 'What was not known', figures: questions });
  const { snapshot } = await ask(
    kit,
    analyst,
    `query ($id: ID!) { snapshot(id: $id) { content figures { bounds { worst best caution } } } }`,
    { id },
  );
  const told: unknown[] = [];
  for (const question of questions) {
    const { figure } = await ask(
      kit,
      analyst,
      `query ($metric: MetricId!, $parameters: FigureParametersInput) { figure(metric: $metric, parameters: $parameters) { ... on Figure { bounds { worst best caution } } } }`,
      question,
    );
    told.push(figure);
  }
  expect(snapshot.figures).toEqual(told);
  expect(snapshot.figures.map(({ bounds }: any) => bounds?.caution ?? null)).toContain('NOBODY_FOLLOWED');
  expect(snapshot.content).not.toContain('"bounds"');
});
