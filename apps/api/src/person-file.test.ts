import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../test/programme.ts';
import { serve, type Served } from '../test/serve.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../test/testkit.ts';
import { newId } from './database/new-id.ts';
import { makeAccount } from './identity/accounts.ts';

const TODAY = '2019-12-31';
const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
let kit: Testkit;
let brussels: string;
let coordinatorId: string;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  brussels = await makeBranch(kit.db, 'Bruxelles');
  coordinatorId = await makeCoordinator(kit.db, brussels);
});
afterAll(() => kit.close());

async function personOf(menteeId: string): Promise<string> {
  const [{ person_id: id }] = await kit.db.query(
    'select person_id from mentee where id = $1 union select person_id from mentor where id = $1',
    [menteeId],
  );
  return id;
}

describe('the file of a person', () => {
  let served: Served;
  let key: string;
  let personId: string;

  beforeAll(async () => {
    served = await serve(kit);
    const userId = await makeAccount(served.identity, kit.db, {
      name: 'Ada',
      email: 'ada@example.org',
      password: 'a long enough password',
      role: 'ADMINISTRATOR',
      partnerId: null,
    });
    ({ key } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'test' } }));
    const duo = await makeDuo(kit.db, brussels, coordinatorId, {
      startedOn: '2018-01-10',
      closedOn: '2018-06-30',
    });
    personId = await personOf(duo.menteeId);
    await kit.db.query(`update person set given_name = 'Aïcha', family_name = '<b>Diallo' where id = $1`, [
      personId,
    ]);
    await kit.db.query(`update person set given_name = 'Zoé', family_name = 'Vandamme' where id = $1`, [
      await personOf(duo.mentorId),
    ]);
    await ask(
      kit,
      staff,
      'mutation ($id: ID!, $note: String!) { logMeeting(duoId: $id, input: {heldOn: "2018-02-01", minutes: 45, mode: REMOTE, note: $note}) { __typename } }',
      { id: duo.id, note: 'ZOE and Aïcha spoke; Mrs Vandamme writes.' },
    );
    await ask(kit, staff, 'query ($id: ID!) { mentee(id: $id) { id } }', { id: duo.menteeId });
    await kit.db.query(
      `with event as (insert into event (reference, kind, title, held_on, branch_id, audience)
         values ('A1', 'WORKSHOP', 'CV with Zoé', '2018-03-01', $1, 'MENTEES') returning id)
       insert into attendance (event_id, person_id, role, status) select id, $2, 'MENTEE', 'EXCUSED' from event`,
      [brussels, personId],
    );
  });
  afterAll(() => served.close());

  const get = (path: string, headers: Record<string, string> = { 'x-api-key': key }) =>
    fetch(`${served.origin}/privacy/people/${path}`, { headers });

  test('for programs has everything, and nobody else by name', async () => {
    const response = await get(`${personId}/export.json`);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const text = await response.text();
    expect(text).not.toMatch(/Vandamme|zo[eé]/i);
    expect(JSON.parse(text)).toMatchObject({
      format: 'tandem-person-1',
      person: { id: personId, givenName: 'Aïcha', birthDate: '1990-05-01', erasedOn: null },
      steps: [{ journey: 'MENTEE', stage: 'INFO_SESSION' }],
      duos: [{ role: 'MENTEE', meetings: [{ minutes: 45, note: '[…] and Aïcha spoke; Mrs […] writes.' }] }],
      events: [
        { kind: 'WORKSHOP', title: 'CV with […]', heldOn: '2018-03-01', role: 'MENTEE', status: 'EXCUSED' },
      ],
      trail: [{ action: 'logMeeting' }, { action: 'openRecord', recordKind: 'mentee' }],
    });
  });

  test.each([
    ['fr', 'Ce que nous gardons sur vous', 'À distance', 'Atelier', 'Excusé·e'],
    ['nl', 'Wat wij over u bewaren', 'Op afstand', 'Workshop', 'Verontschuldigd'],
    ['en', 'What we hold about you', 'Remote', 'Workshop', 'Excused'],
  ])('for people is one page in %s, without scripts', async (language, title, ...words) => {
    const response = await get(`${personId}/export.html?language=${language}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page).toContain(title);
    for (const word of words) expect(page).toContain(word);
    expect(page).toContain('&lt;b&gt;Diallo');
    expect(page).not.toMatch(/<script|<b>|src=|href=|Vandamme/);
  });

  test('is written into the trail, and is for who manages privacy only', async () => {
    const [{ count }] = await kit.db.query(
      `select count(*) from audit_entry where action = 'exportPerson' and record_id = $1`,
      [personId],
    );
    expect(count).toBe(4);
    expect((await get(`${personId}/export.json`, {})).status).toBe(401);
    expect((await get(`${newId()}/export.json`)).status).toBe(404);
    expect((await get('nobody/export.html')).status).toBe(404);
    const crossSite = { 'x-api-key': key, 'sec-fetch-site': 'cross-site' };
    expect((await get(`${personId}/export.html`, crossSite)).status).toBe(403);
    const userId = await makeAccount(served.identity, kit.db, {
      name: 'Coco',
      email: 'coco@example.org',
      password: 'a long enough password',
      role: 'COORDINATOR',
      partnerId: null,
    });
    const { key: other } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'test' } });
    expect((await get(`${personId}/export.json`, { 'x-api-key': other })).status).toBe(403);
  });
});
