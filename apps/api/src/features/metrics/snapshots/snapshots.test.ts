import { createHash } from 'node:crypto';
import { METRIC_IDS } from '@tandem/metrics/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../../test/sample.ts';
import { analyst, check, take, withContent, type Sealed } from '../../../../test/snapshots.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

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
    ({ id } = await take(kit, { name: 'Annual report 2017', figures }));
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
    await take(kit, { name: 'Another', figures: [{ metric: 'DUOS_STARTED' }] });
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
    const checked = await check(kit, id);
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
      kit,
      id,
      (content) => content.replaceAll(/,"asked":(?:\d+|null)/g, ''),
      async () => {
        const { sealHolds, figures } = await check(kit, id);
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
    const checked = await check(kit, id);
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
    const checked = await check(kit, id);
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
    const { id: second } = await take(kit, { name: 'Second', figures: [{ metric: 'DUOS_STARTED' }] });
    expect(await check(kit, second)).toMatchObject({ sealHolds: true });
    await withContent(
      kit,
      id,
      (content) => content.replace('Annual report 2017', 'Annual report 2018'),
      async () => {
        expect(await check(kit, id)).toMatchObject({ sealHolds: false });
        expect(await check(kit, second)).toMatchObject({ sealHolds: false });
      },
    );
    expect(await check(kit, second)).toMatchObject({ sealHolds: true });
  });
});

test.each([
  [{ name: '', figures: [{ metric: 'DUOS_STARTED' }] }, 'REQUIRED', 'name'],
  [{ name: 'Nothing', figures: [] }, 'REQUIRED', 'figures'],
  [{ name: 'Annual report 2017', figures: [{ metric: 'DUOS_STARTED' }] }, 'NAME_TAKEN', 'name'],
])('what cannot be sealed is refused: %j', async (input, code, field) => {
  const before = await kit.db.query('select count(*) from figure_snapshot');
  expect(await take(kit, input)).toEqual({ __typename: 'Refusal', code, field });
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
