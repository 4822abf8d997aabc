import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo, makeMentee } from '../../../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const TODAY = '2017-12-31';
const coordinator = viewerWith('COORDINATOR');
let kit: Testkit;
let branchId: string;
let coordinatorId: string;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  branchId = await makeBranch(kit.db);
  coordinatorId = await makeCoordinator(kit.db, branchId);
});
afterAll(() => kit.close());

describe('a list of duos', () => {
  test('pages forward and back over all rows once, with a total', async () => {
    for (let month = 1; month <= 5; month += 1)
      await makeDuo(kit.db, branchId, coordinatorId, {
        startedOn: `2016-0${month}-01`,
        closedOn: '2016-12-01',
      });
    const page = `query ($first: Int, $after: String, $last: Int, $before: String) {
      duos(first: $first, after: $after, last: $last, before: $before, sort: {field: MENTEE, direction: ASC}, filter: {started: {from: "2016-01-01", to: "2017-01-01"}}) {
        totalCount edges { cursor node { id mentee { person { name } } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    let last: any;
    do {
      last = (await ask(kit, coordinator, page, { first: 2, after })).duos;
      expect(last.totalCount).toBe(5);
      seen.push(...last.edges.map((edge: any) => edge.node.id));
      after = last.pageInfo.endCursor;
    } while (last.pageInfo.hasNextPage);
    expect(new Set(seen).size).toBe(5);
    const back = (await ask(kit, coordinator, page, { last: 2, before: last.pageInfo.startCursor })).duos;
    expect(back.edges.map((edge: any) => edge.node.id)).toEqual(seen.slice(2, 4));
  });

  test('costs the same number of statements for one row as for many', async () => {
    const query = (first: number) =>
      `{ duos(first: ${first}) { edges { node { reference status attentions meetingCount coordinator { name } mentor { person { name } stages { stage } } mentee { stage person { name } } } } } }`;
    const before = kit.statements();
    await ask(kit, coordinator, query(1));
    const one = kit.statements() - before;
    await ask(kit, coordinator, query(5));
    expect(kit.statements() - before - one).toBe(one);
  });

  test('refuses a page that is too large and a cursor of elsewhere', async () => {
    expect(
      (await askRaw(kit, coordinator, '{ duos(first: 10000) { totalCount } }')).errors?.[0]?.message,
    ).toMatch(/1 to 200/);
    expect(
      (await askRaw(kit, coordinator, '{ duos(after: "nonsense") { totalCount } }')).errors?.[0]?.message,
    ).toMatch(/cursor/);
  });

  test('finds silent duos and says why', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-10-01' });
    const { duos } = await ask(
      kit,
      coordinator,
      '{ duos(filter: {attention: SILENT}) { totalCount edges { node { id attentions } } } }',
    );
    expect(duos.edges).toContainEqual({ node: { id, attentions: ['SILENT'] } });
    const { today } = await ask(kit, coordinator, '{ today { lists { attention count } } }');
    expect(today.lists.find((list: any) => list.attention === 'SILENT').count).toBe(duos.totalCount);
  });
});

describe('running a duo', () => {
  const LOG = `mutation ($id: ID!, $on: CalendarDay!, $minutes: Int!) { logMeeting(duoId: $id, input: {heldOn: $on, minutes: $minutes, mode: IN_PERSON, note: "CV"}) {
    ... on Meeting { id heldOn note } ... on Refusal { code field } } }`;

  test('logs a meeting, takes it out and puts it back, with a history', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-11-01' });
    const { logMeeting } = await ask(kit, coordinator, LOG, { id, on: '2017-12-20', minutes: 90 });
    expect(logMeeting).toMatchObject({ heldOn: '2017-12-20', note: 'CV' });
    await ask(kit, coordinator, 'mutation ($id: ID!) { removeMeeting(id: $id, version: 1) { __typename } }', {
      id: logMeeting.id,
    });
    const after = await ask(kit, coordinator, 'query ($id: ID!) { duo(id: $id) { meetingCount } }', { id });
    expect(after.duo.meetingCount).toBe(0);
    await ask(
      kit,
      coordinator,
      'mutation ($id: ID!) { restoreMeeting(id: $id, version: 2) { __typename } }',
      {
        id: logMeeting.id,
      },
    );
    const { duo } = await ask(
      kit,
      coordinator,
      'query ($id: ID!) { duo(id: $id) { meetingCount meetingMinutes history { action } } }',
      { id },
    );
    expect(duo).toMatchObject({ meetingCount: 1, meetingMinutes: 90 });
    expect(duo.history.map((entry: any) => entry.action)).toEqual([
      'restoreMeeting',
      'removeMeeting',
      'logMeeting',
    ]);
  });

  test('refuses a meeting before the start, after today and without length', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-11-01' });
    const code = async (on: string, minutes: number) =>
      (await ask(kit, coordinator, LOG, { id, on, minutes })).logMeeting.code;
    expect(await code('2017-10-31', 60)).toBe('MEETING_BEFORE_START');
    expect(await code('2018-01-01', 60)).toBe('DAY_IN_FUTURE');
    expect(await code('2017-12-01', 0)).toBe('TOO_SMALL');
  });

  test('changes a meeting for who saw it last, and tells the other', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-10-01' });
    await ask(kit, coordinator, LOG, { id, on: '2017-11-01', minutes: 60 });
    const [meeting] = (
      await ask(kit, coordinator, 'query ($id: ID!) { duo(id: $id) { meetings { id version } } }', { id })
    ).duo.meetings;
    const update = `mutation ($id: ID!, $version: Int!, $minutes: Int!) { updateMeeting(id: $id, version: $version, input: {heldOn: "2017-11-01", minutes: $minutes, mode: REMOTE}) { ... on Meeting { version minutes } ... on Refusal { code } } }`;
    const change = async (version: number, minutes: number) =>
      (await ask(kit, coordinator, update, { id: meeting.id, version, minutes })).updateMeeting;
    const answers = await Promise.all([change(meeting.version, 90), change(meeting.version, 120)]);
    expect(answers.filter(({ code }) => code === 'CHANGED_MEANWHILE')).toHaveLength(1);
    expect(answers.filter(({ version }) => version === 2)).toHaveLength(1);
    const remove = `mutation ($id: ID!, $version: Int!) { removeMeeting(id: $id, version: $version) { ... on Meeting { version } ... on Refusal { code } } }`;
    expect((await ask(kit, coordinator, remove, { id: meeting.id, version: 1 })).removeMeeting.code).toBe(
      'CHANGED_MEANWHILE',
    );
    expect((await ask(kit, coordinator, remove, { id: meeting.id, version: 2 })).removeMeeting.version).toBe(
      3,
    );
  });

  const CLOSE = `mutation ($id: ID!, $version: Int!, $on: CalendarDay!) { closeDuo(id: $id, version: $version, input: {closedOn: $on, closureReason: COMPLETED}) {
    ... on Duo { status version viewerCanReopen } ... on Refusal { code } } }`;

  test('closes with the version it was based on, refuses a stale one, and reopens', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-06-01' });
    expect((await ask(kit, coordinator, CLOSE, { id, version: 1, on: '2017-05-31' })).closeDuo.code).toBe(
      'CLOSURE_BEFORE_START',
    );
    expect((await ask(kit, coordinator, CLOSE, { id, version: 1, on: '2017-12-01' })).closeDuo).toEqual({
      status: 'CLOSED',
      version: 2,
      viewerCanReopen: true,
    });
    const reopen =
      'mutation ($id: ID!, $version: Int!) { reopenDuo(id: $id, version: $version) { ... on Duo { status } ... on Refusal { code } } }';
    expect((await ask(kit, coordinator, reopen, { id, version: 1 })).reopenDuo.code).toBe(
      'CHANGED_MEANWHILE',
    );
    expect((await ask(kit, coordinator, reopen, { id, version: 2 })).reopenDuo.status).toBe('ACTIVE');
  });

  test('is not closed before its last meeting, nor is a meeting put back after its closure', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-06-01' });
    const { logMeeting } = await ask(kit, coordinator, LOG, { id, on: '2017-11-20', minutes: 60 });
    const close = { id, version: 1, on: '2017-11-01' };
    expect((await ask(kit, coordinator, CLOSE, close)).closeDuo.code).toBe('CLOSURE_BEFORE_MEETING');
    const remove = 'mutation ($id: ID!) { removeMeeting(id: $id, version: 1) { __typename } }';
    await ask(kit, coordinator, remove, { id: logMeeting.id });
    expect((await ask(kit, coordinator, CLOSE, close)).closeDuo.status).toBe('CLOSED');
    const restore =
      'mutation ($id: ID!) { restoreMeeting(id: $id, version: 2) { ... on Refusal { code field } } }';
    expect((await ask(kit, coordinator, restore, { id: logMeeting.id })).restoreMeeting).toEqual({
      code: 'MEETING_AFTER_CLOSURE',
      field: 'heldOn',
    });
  });

  test('takes many changes of one person at the same moment, one after the other', async () => {
    const { id, mentorId } = await makeDuo(kit.db, branchId, coordinatorId, {
      startedOn: '2017-01-01',
      closedOn: '2017-03-01',
    });
    const others = await Promise.all(
      [4, 6, 8].map(async (month) => {
        const other = await makeDuo(kit.db, branchId, coordinatorId, {
          startedOn: `2017-0${month}-01`,
          closedOn: `2017-0${month}-20`,
        });
        await kit.db.query('update duo set mentor_id = $1 where id = $2', [mentorId, other.id]);
        await kit.db.query('select refresh_duo_facts($1)', [[other.id]]);
        return other.id;
      }),
    );
    const record = `mutation ($id: ID!) { recordOutcome(duoId: $id, input: {observedOn: "2017-11-01", situation: TRAINING, evidence: DECLARED}) { __typename } }`;
    const answers = await Promise.all(
      [id, ...others, id, ...others].map((duo) => ask(kit, coordinator, record, { id: duo })),
    );
    expect(answers.map(({ recordOutcome }) => recordOutcome.__typename)).toEqual(Array(8).fill('Outcome'));
  });

  test('starts one duo at a time for a mentor, whoever asks at the same moment', async () => {
    const { mentorId } = await makeDuo(kit.db, branchId, coordinatorId, {
      startedOn: '2017-01-01',
      closedOn: '2017-07-01',
    });
    const start = `mutation ($input: StartDuoInput!) { startDuo(input: $input) { ... on Duo { plannedEndOn } ... on Refusal { code field } } }`;
    const mentees = await Promise.all(Array.from({ length: 6 }, () => makeMentee(kit.db, branchId)));
    const answers = await Promise.all(
      mentees.map((menteeId) =>
        ask(kit, coordinator, start, {
          input: { mentorId, menteeId, coordinatorId, branchId, startedOn: '2017-08-31' },
        }),
      ),
    );
    const started = answers.map((answer) => answer.startDuo);
    expect(started.filter((answer) => answer.plannedEndOn === '2018-02-28')).toHaveLength(1);
    expect(
      started.filter((answer) => answer.code === 'MENTOR_HAS_DUO' && answer.field === 'mentorId'),
    ).toHaveLength(5);
  });

  test('keeps the facts equal to a rebuild', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, {
      startedOn: '2017-02-01',
      closedOn: '2017-08-01',
    });
    const record = `mutation ($id: ID!) { recordOutcome(duoId: $id, input: {observedOn: "2017-09-01", situation: JOB, contractType: FIXED_TERM, months: 3, evidence: CONTRACT}) { ... on Outcome { observedOn recordedOn } } }`;
    expect((await ask(kit, coordinator, record, { id })).recordOutcome).toEqual({
      observedOn: '2017-09-01',
      recordedOn: kit.today,
    });
    const facts = 'select * from duo_fact order by duo_id';
    const kept = await kit.db.query(facts);
    expect(kept.find((row: any) => row.duo_id === id)).toMatchObject({
      documented_stable_job_from_closure: '2017-09-01',
      exit_from_start: '2017-09-01',
    });
    await kit.db.query('select rebuild_facts()');
    expect(await kit.db.query(facts)).toEqual(kept);
  });
});

describe('a list', () => {
  test('of mine is empty for who follows none', async () => {
    const { id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-10-01' });
    await kit.db.query('update duo set coordinator_id = null where id = $1', [id]);
    const count = async (mine: boolean) =>
      (
        await ask(
          kit,
          viewerWith('ADMINISTRATOR'),
          `{ duos(filter: {mine: ${mine}}) { totalCount } today { myDuos } }`,
        )
      ).duos.totalCount;
    expect(await count(true)).toBe(0);
    expect(await count(false)).toBe((await ask(kit, coordinator, '{ duos { totalCount } }')).duos.totalCount);
  });

  test('does not go on from a cursor of another order', async () => {
    const page = (sort: string, after = '') =>
      `{ duos(first: 1, sort: {field: ${sort}, direction: ASC}${after && `, after: "${after}"`}) { pageInfo { endCursor } } }`;
    const { duos } = await ask(kit, coordinator, page('MENTEE'));
    const { errors } = await askRaw(kit, coordinator, page('STARTED_ON', duos.pageInfo.endCursor));
    expect(errors?.[0]?.message).toBe('The cursor is not one of this list in this order.');
  });

  test('of people has the fields of their duos that are asked for, whatever they are', async () => {
    const { mentorId, id } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-10-01' });
    const query = `query ($id: ID!) { mentor(id: $id) {
      duos { id mentee { nationality branch { country } person { birthDate } } coordinator { name branch { name } } }
      again: duos { reference } } }`;
    const { mentor } = await ask(kit, coordinator, query, { id: mentorId });
    expect(mentor.duos).toEqual([
      {
        id,
        mentee: { nationality: null, branch: { country: 'BE' }, person: { birthDate: '1990-05-01' } },
        coordinator: { name: 'Coord. 1', branch: { name: 'Bruxelles' } },
      },
    ]);
    expect(mentor.again).toEqual([{ reference: `D-${id}` }]);
  });
});

describe('access', () => {
  test('an analyst sees no duos, a stranger nothing', async () => {
    const query = '{ duos { totalCount } }';
    expect((await askRaw(kit, viewerWith('ANALYST'), query)).errors?.[0]?.extensions['code']).toBe(
      'FORBIDDEN',
    );
    expect((await askRaw(kit, null, query)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
