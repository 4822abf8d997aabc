import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { refreshRollUps } from './roll-ups.ts';

const TODAY = '2017-12-31';
const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
let kit: Testkit;
let branchId: string;
let people: { mentee: string; mentor: string; other: string };

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  branchId = await makeBranch(kit.db, 'Bruxelles');
  const coordinator = await makeCoordinator(kit.db, branchId);
  const [one, two] = [
    await makeDuo(kit.db, branchId, coordinator, { startedOn: '2017-02-01' }),
    await makeDuo(kit.db, branchId, coordinator, { startedOn: '2017-02-01' }),
  ];
  const personOf = async (id: string): Promise<string> => {
    const [row] = await kit.db.query(
      'select person_id from mentee where id = $1 union select person_id from mentor where id = $1',
      [id],
    );
    return row.person_id;
  };
  people = {
    mentee: await personOf(one.menteeId),
    mentor: await personOf(one.mentorId),
    other: await personOf(two.menteeId),
  };
});
afterAll(() => kit.close());

const inputOf = (own: object) => ({
  kind: 'TRAINING',
  title: 'Listening',
  heldOn: '2017-06-01',
  branchId,
  audience: 'BOTH',
  ...own,
});
const run = async (operation: string, types: string, variables: Record<string, unknown>) => {
  const names = Object.keys(variables).map((name) => `${name}: $${name}`);
  const data = await ask(
    kit,
    staff,
    `mutation (${types}) { ${operation}(${names.join(', ')}) { __typename ... on Event { id } } }`,
    variables,
  );
  expect(data[operation].__typename).toBe('Event');
  return data[operation];
};
const change = (id: string, version: number, own: object) =>
  run('changeEvent', '$id: ID!, $version: Int!, $input: EventInput!', { id, version, input: inputOf(own) });
const record = (
  eventId: string,
  version: number,
  statuses: Partial<Record<keyof typeof people, string | null>>,
) =>
  run('recordAttendance', '$eventId: ID!, $version: Int!, $entries: [AttendanceInput!]!', {
    eventId,
    version,
    entries: (Object.keys(statuses) as (keyof typeof people)[]).map((who) => ({
      personId: people[who],
      role: who === 'mentor' ? 'MENTOR' : 'MENTEE',
      status: statuses[who],
    })),
  });

const QUERY = `{ figure(metric: EVENT_ATTENDANCE_RATE) { ... on Figure { numerator denominator unknown } ... on NoData { asOf } }
  breakdown(metric: EVENT_ATTENDANCE_RATE, by: EVENT_KIND) { key result { ... on Figure { numerator denominator } } }
  trend(metric: EVENT_ATTENDANCE_RATE, step: MONTH) { key result { ... on Figure { numerator denominator } } } }`;
const figures = () => ask(kit, staff, QUERY);

/** The figure as the records have it. */
async function fromRecords() {
  const [counts] = await kit.db.query(
    `select count(*) filter (where status = 'ATTENDED') as numerator, count(*) filter (where status <> 'REGISTERED') as denominator,
       count(*) filter (where status = 'REGISTERED') as unknown
     from attendance join event on event.id = event_id where cancelled_at is null and held_on <= $1`,
    [TODAY],
  );
  return counts.denominator === 0 ? { asOf: TODAY } : counts;
}

test('the share who came follows every write of an event and its list, in kept months as from the records', async () => {
  const { id } = await run('planEvent', '$input: EventInput!', { input: inputOf({}) });
  await record(id, 1, { mentee: 'ATTENDED', mentor: 'ABSENT' });
  await record(id, 2, { other: 'REGISTERED' });
  expect((await figures()).figure).toEqual({ numerator: 1, denominator: 2, unknown: 1 });
  const ofVersion = (operation: string, version: number) =>
    run(operation, '$id: ID!, $version: Int!', { id, version });
  const steps: (() => Promise<unknown>)[] = [
    () => record(id, 3, { mentor: 'ATTENDED' }),
    () => change(id, 4, { heldOn: '2017-09-01', kind: 'WORKSHOP' }),
    () => record(id, 5, { mentor: null, mentee: 'REGISTERED' }),
    () => record(id, 6, { other: 'EXCUSED' }),
    () => record(id, 7, { other: 'REGISTERED' }),
    () => ofVersion('cancelEvent', 8),
    () => ofVersion('restoreEvent', 9),
    () => record(id, 10, { mentee: 'ABSENT' }),
    () => kit.db.query('delete from event'),
  ];
  for (const step of steps) {
    await refreshRollUps(kit.db, TODAY);
    await step();
    const marked = await figures();
    expect(marked.figure).toEqual(await fromRecords());
    await refreshRollUps(kit.db, TODAY);
    expect(await figures()).toEqual(marked);
  }
});

test('the share who came is narrowed to kinds of event, and to nothing that events do not have', async () => {
  const workshop = await run('planEvent', '$input: EventInput!', { input: inputOf({ kind: 'WORKSHOP' }) });
  const training = await run('planEvent', '$input: EventInput!', { input: inputOf({ kind: 'TRAINING' }) });
  await record(workshop.id, 1, { mentee: 'ATTENDED', mentor: 'ABSENT' });
  await record(training.id, 1, { mentor: 'ATTENDED' });
  const of = async (kinds: string) => {
    const { figure } = await ask(
      kit,
      staff,
      `{ figure(metric: EVENT_ATTENDANCE_RATE, filter: {eventKind: [${kinds}]}) { ... on Figure { numerator denominator } } }`,
    );
    return figure;
  };
  expect(await of('WORKSHOP')).toEqual({ numerator: 1, denominator: 2 });
  expect(await of('TRAINING')).toEqual({ numerator: 1, denominator: 1 });
  expect(await of('WORKSHOP, TRAINING')).toEqual({ numerator: 2, denominator: 3 });
  await expect(
    ask(kit, staff, '{ figure(metric: DUOS_STARTED, filter: {eventKind: [WORKSHOP]}) { __typename } }'),
  ).rejects.toThrow('cannot be filtered by EVENT_KIND');
});
