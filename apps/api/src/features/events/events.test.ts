import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo, makeMentee } from '../../../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const TODAY = '2017-12-31';
let kit: Testkit;
let brussels: string;
let ghent: string;
let menteeId: string;
let mentorId: string;
/** People by what they are in the tests. */
const people: Record<'mentee' | 'mentor' | 'elsewhere', string> = { mentee: '', mentor: '', elsewhere: '' };
let coordinator: ReturnType<typeof viewerWith>;
const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  brussels = await makeBranch(kit.db, 'Bruxelles');
  ghent = await makeBranch(kit.db, 'Gand');
  const duo = await makeDuo(kit.db, brussels, await makeCoordinator(kit.db, brussels), {
    startedOn: '2017-02-01',
  });
  ({ menteeId, mentorId } = duo);
  people.mentee = await personOf('mentee', duo.menteeId);
  people.mentor = await personOf('mentor', duo.mentorId);
  people.elsewhere = await personOf('mentee', await makeMentee(kit.db, ghent, 'Zoé', 'Claes'));
  coordinator = viewerWith('COORDINATOR', { userId: 'cleo', name: 'Cleo', branchIds: [brussels] });
});
afterAll(() => kit.close());

async function personOf(table: 'mentee' | 'mentor', id: string): Promise<string> {
  const [{ person_id: personId }] = await kit.db.query(`select person_id from ${table} where id = $1`, [id]);
  return personId;
}

const FIELDS = `__typename ... on Event { id version status listedCount attendedCount unknownCount attendances { status role participantId person { id name } } }
  ... on Refusal { code field changes { action } }`;
const inputOf = (own: object = {}) => ({
  kind: 'WORKSHOP',
  title: 'Atelier CV',
  heldOn: '2017-06-01',
  branchId: brussels,
  audience: 'BOTH',
  ...own,
});
const plan = async (own?: object, viewer = coordinator) =>
  (
    await ask(kit, viewer, `mutation ($input: EventInput!) { planEvent(input: $input) { ${FIELDS} } }`, {
      input: inputOf(own),
    })
  ).planEvent;
const change = async (id: string, version: number, own: object, viewer = coordinator) =>
  (
    await ask(
      kit,
      viewer,
      `mutation ($id: ID!, $version: Int!, $input: EventInput!) { changeEvent(id: $id, version: $version, input: $input) { ${FIELDS} } }`,
      { id, version, input: inputOf(own) },
    )
  ).changeEvent;
const run = async (operation: 'cancelEvent' | 'restoreEvent', id: string, version: number) =>
  (
    await ask(
      kit,
      coordinator,
      `mutation ($id: ID!, $version: Int!) { ${operation}(id: $id, version: $version) { ${FIELDS} } }`,
      { id, version },
    )
  )[operation];
type Entry = readonly [person: keyof typeof people, status: string | null, role?: 'MENTEE' | 'MENTOR'];
const record = async (id: string, version: number, entries: readonly Entry[], viewer = coordinator) =>
  (
    await ask(
      kit,
      viewer,
      `mutation ($id: ID!, $version: Int!, $entries: [AttendanceInput!]!) { recordAttendance(eventId: $id, version: $version, entries: $entries) { ${FIELDS} } }`,
      {
        id,
        version,
        entries: entries.map(([person, status, role]) => ({
          personId: people[person],
          role: role ?? (person === 'mentor' ? 'MENTOR' : 'MENTEE'),
          status,
        })),
      },
    )
  ).recordAttendance;

describe('an event', () => {
  test('is planned, changed, cancelled and restored, each with an entry of the trail', async () => {
    const planned = await plan({ heldOn: '2018-02-01' });
    expect(planned).toMatchObject({ version: 1, status: 'PLANNED', listedCount: 0 });
    expect(await change(planned.id, 1, { title: 'Atelier emploi', heldOn: '2017-12-31' })).toMatchObject({
      version: 2,
      status: 'HELD',
    });
    expect(await run('cancelEvent', planned.id, 2)).toMatchObject({ version: 3, status: 'CANCELLED' });
    expect(await change(planned.id, 3, {})).toMatchObject({ code: 'EVENT_CANCELLED' });
    expect(await run('restoreEvent', planned.id, 3)).toMatchObject({ version: 4, status: 'HELD' });
    const entries = await kit.db.query(
      'select action, before, after from audit_entry where record_id = $1 order by id',
      [planned.id],
    );
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'planEvent',
      'changeEvent',
      'cancelEvent',
      'restoreEvent',
    ]);
    expect(entries[1]).toMatchObject({ before: { title: 'Atelier CV' }, after: { title: 'Atelier emploi' } });
  });

  test('that was changed meanwhile is refused, with what was done since', async () => {
    const { id } = await plan();
    await change(id, 1, { title: 'Autre' });
    expect(await change(id, 1, {})).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      changes: [{ action: 'changeEvent' }],
    });
  });

  test('of another branch is not there for a coordinator, and is not planned there', async () => {
    expect(await plan({ branchId: ghent })).toMatchObject({ code: 'REFERENCE_UNKNOWN', field: 'branchId' });
    const { id } = await plan({ branchId: ghent, title: 'Gand' }, staff);
    expect(await record(id, 1, [['mentee', 'ATTENDED']])).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(kit, coordinator, `{ event(id: "${id}") { id } }`)).event).toBe(null);
    const { events } = await ask(kit, coordinator, '{ events { edges { node { title branch { name } } } } }');
    expect(events.edges.map(({ node }: any) => node.branch.name)).not.toContain('Gand');
  });

  test('is found by kind, branch, status, period and words of its title', async () => {
    await plan({ kind: 'INTERVISION', title: 'Écouter sans conseiller', heldOn: '2016-03-01' });
    const titles = async (filter: string) =>
      (
        await ask(kit, staff, `{ events(filter: {${filter}}) { edges { node { title } } totalCount } }`)
      ).events.edges.map(({ node }: any) => node.title);
    expect(await titles('kind: [INTERVISION]')).toEqual(['Écouter sans conseiller']);
    expect(await titles('search: "ecouter conseil"')).toEqual(['Écouter sans conseiller']);
    expect(await titles('held: {from: "2016-01-01", to: "2016-03-02"}, status: [HELD]')).toEqual([
      'Écouter sans conseiller',
    ]);
    expect(await titles('held: {from: "2016-01-01", to: "2016-03-01"}')).toEqual([]);
    expect(await titles(`branch: ["${ghent}"]`)).toEqual(['Gand']);
  });
});

describe('attendance', () => {
  test('is written of many at once, and undone by what stood before', async () => {
    const { id } = await plan();
    expect(
      await record(id, 1, [
        ['mentee', 'ATTENDED'],
        ['mentor', 'REGISTERED'],
      ]),
    ).toMatchObject({
      version: 2,
      listedCount: 2,
      attendedCount: 1,
      unknownCount: 1,
      attendances: [
        { status: 'ATTENDED', role: 'MENTEE', participantId: menteeId },
        { status: 'REGISTERED', role: 'MENTOR', participantId: mentorId },
      ],
    });
    expect(await record(id, 2, [['mentee', 'EXCUSED']])).toMatchObject({ version: 3, attendedCount: 0 });
    expect(
      await record(id, 3, [
        ['mentee', null],
        ['mentor', null],
      ]),
    ).toMatchObject({ version: 4, listedCount: 0 });
    const [, first, second] = await kit.db.query(
      'select before, after from audit_entry where record_id = $1 order by id',
      [id],
    );
    expect(first.before).toEqual({
      listed: 0,
      attended: 0,
      people: { [people.mentee]: null, [people.mentor]: null },
    });
    expect([second.before, second.after]).toEqual([
      { listed: 2, attended: 1, people: { [people.mentee]: 'ATTENDED' } },
      { listed: 2, attended: 0, people: { [people.mentee]: 'EXCUSED' } },
    ]);
    // Nothing to write is no write.
    expect(await record(id, 4, [['mentee', null]])).toMatchObject({ version: 4 });
  });

  test('of the same version is written by one of two at the same moment', async () => {
    const { id } = await plan();
    const answers = await Promise.all([
      record(id, 1, [['mentee', 'ATTENDED']]),
      record(id, 1, [['mentor', 'ATTENDED']]),
    ]);
    expect(answers.map(({ __typename }) => __typename)).toEqual(expect.arrayContaining(['Event', 'Refusal']));
  });

  test('is refused as a whole where one of it is: not yet known, not of the audience, not of the programme', async () => {
    const ahead = await plan({ heldOn: '2018-01-15' });
    expect(
      await record(ahead.id, 1, [
        ['mentor', 'REGISTERED'],
        ['mentee', 'ATTENDED'],
      ]),
    ).toMatchObject({ code: 'EVENT_NOT_YET' });
    expect(await record(ahead.id, 1, [['mentor', 'EXCUSED']])).toMatchObject({ version: 2, listedCount: 1 });
    const forMentees = await plan({ audience: 'MENTEES' });
    expect(await record(forMentees.id, 1, [['mentor', 'ATTENDED']])).toMatchObject({
      code: 'NOT_OF_AUDIENCE',
    });
    // As what they are not, and of another branch.
    expect(await record(ahead.id, 2, [['mentee', 'REGISTERED', 'MENTOR']])).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
      field: 'entries.0.personId',
    });
    expect(await record(ahead.id, 2, [['elsewhere', 'REGISTERED']])).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
    });
  });

  test('of who came from another branch is told by name to who holds the event, without the record', async () => {
    const { id } = await plan();
    await record(id, 1, [['elsewhere', 'ATTENDED']], staff);
    const { event } = await ask(
      kit,
      coordinator,
      `{ event(id: "${id}") { attendances { participantId person { name } } } }`,
    );
    expect(event.attendances).toEqual([{ participantId: null, person: { name: 'Zoé Claes' } }]);
  });

  test('stands on the page of the person, without events that were cancelled', async () => {
    const { id } = await plan({ title: 'Annulé', heldOn: '2018-03-01' });
    await record(id, 1, [['mentor', 'REGISTERED']]);
    const titles = async () =>
      (
        await ask(kit, coordinator, `{ mentor(id: "${mentorId}") { attendances { event { title } } } }`)
      ).mentor.attendances.map(({ event }: any) => event.title);
    expect((await titles())[0]).toBe('Annulé');
    await run('cancelEvent', id, 2);
    expect(await titles()).not.toContain('Annulé');
  });

  test('is no one’s business who may not see people: an analyst reads how many came', async () => {
    const analyst = viewerWith('ANALYST');
    const { events } = await ask(
      kit,
      analyst,
      '{ events { edges { node { title attendedCount viewerCanChange } } } }',
    );
    expect(events.edges[0].node.viewerCanChange).toBe(false);
    const { errors } = await askRaw(kit, analyst, '{ events { edges { node { attendances { status } } } } }');
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const partner = viewerWith('PARTNER_ADMINISTRATOR', { partnerId: ghent });
    expect((await askRaw(kit, partner, '{ events { totalCount } }')).errors?.[0]?.extensions['code']).toBe(
      'FORBIDDEN',
    );
  });

  test('costs as many statements for many events as for one', async () => {
    const cost = async (first: number) => {
      const before = kit.statements();
      await ask(
        kit,
        coordinator,
        `{ events(first: ${first}) { edges { node { listedCount attendedCount attendances { participantId person { name } } } } } }`,
      );
      return kit.statements() - before;
    };
    expect(await cost(10)).toBe(await cost(1));
  });
});
