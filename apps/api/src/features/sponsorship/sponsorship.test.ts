import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch } from '../../../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';

let kit: Testkit;
let branchId: string;
const bank = viewerWith('PARTNER_ADMINISTRATOR', { partnerId: newId() });
const post = viewerWith('PARTNER_ADMINISTRATOR', { partnerId: newId() });
const staff = viewerWith('COORDINATOR');

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  branchId = await makeBranch(kit.db);
  await kit.db.query(
    `insert into partner (id, name, kind) values ($1, 'Bank', 'COMPANY'), ($2, 'Post', 'COMPANY')`,
    [bank.partnerId, post.partnerId],
  );
});
afterAll(() => kit.close());

const REGISTER = `mutation ($rows: [VolunteerInput!]!, $dryRun: Boolean!) { registerVolunteers(rows: $rows, dryRun: $dryRun) {
  registered { id version status consent person { name } } rows { index refusals { code field } existing { person { name } } } } }`;
const row = (familyName: string, email: string) => ({
  givenName: 'Ann',
  familyName,
  email,
  engagement: 'VOLUNTEER',
  branchId,
});
const register = async (rows: object[], dryRun = false, viewer = bank) =>
  (await ask(kit, viewer, REGISTER, { rows, dryRun })).registerVolunteers;

describe('a company registers its people', () => {
  test('all of a list or none, each wrong row with its reasons', async () => {
    const mixed = [row('A', 'a@bank.example'), row('', 'no address'), row('B', 'A@bank.example')];
    const report = await register(mixed);
    expect(report.registered).toEqual([]);
    expect(report.rows.map(({ refusals }: any) => refusals.map(({ code }: any) => code))).toEqual([
      [],
      ['REQUIRED', 'EMAIL_INVALID'],
      ['REPEATED_IN_LIST'],
    ]);
    expect(await kit.db.query('select 1 from volunteer')).toEqual([]);
  });

  test('a dry run registers nobody; the run asks for consent; the same person comes in once', async () => {
    const rows = [row('Claes', 'claes@bank.example'), row('Dupont', 'dupont@bank.example')];
    expect((await register(rows, true)).registered).toEqual([]);
    const { registered } = await register(rows);
    expect(
      registered.map(({ person, consent, status }: any) => [person.name, consent, status]).toSorted(),
    ).toEqual([
      ['Ann Claes', 'ASKED', 'REGISTERED'],
      ['Ann Dupont', 'ASKED', 'REGISTERED'],
    ]);
    const again = await register([row('Claes', 'CLAES@bank.example ')]);
    expect(again.rows[0]).toEqual({
      index: 0,
      refusals: [{ code: 'ALREADY_REGISTERED', field: 'email' }],
      existing: { person: { name: 'Ann Claes' } },
    });
    const atOnce = await Promise.all(
      Array.from({ length: 5 }, () => register([row('Once', 'once@bank.example')])),
    );
    expect(atOnce.filter(({ registered: made }) => made.length === 1)).toHaveLength(1);
  });

  test('a withdrawal that is taken back leaves the standing as it was', async () => {
    const { registered } = await register([row('Active', 'active@bank.example')]);
    const [{ id }] = registered;
    await kit.db.query(`update volunteer set status = 'ACTIVE' where id = $1`, [id]);
    const change = async (name: string, version: number) =>
      (
        await ask(
          kit,
          bank,
          `mutation ($id: ID!, $version: Int!) { answer: ${name}(id: $id, version: $version) { ... on Volunteer { status version } } }`,
          { id, version },
        )
      ).answer;
    expect(await change('withdrawVolunteer', 1)).toEqual({ status: 'WITHDRAWN', version: 2 });
    expect(await change('reinstateVolunteer', 2)).toEqual({ status: 'ACTIVE', version: 3 });
  });

  test('withdraws and reinstates with the version it saw', async () => {
    const { registered } = await register([row('Later', 'later@bank.example')]);
    const [{ id, version }] = registered;
    const change = (name: string, at: number) =>
      ask(
        kit,
        bank,
        `mutation { ${name}(id: "${id}", version: ${at}) { ... on Volunteer { status version } ... on Refusal { code } } }`,
      );
    expect((await change('withdrawVolunteer', version)).withdrawVolunteer).toEqual({
      status: 'WITHDRAWN',
      version: 2,
    });
    expect((await change('reinstateVolunteer', version)).reinstateVolunteer).toEqual({
      code: 'CHANGED_MEANWHILE',
    });
    expect((await change('reinstateVolunteer', 2)).reinstateVolunteer).toEqual({
      status: 'REGISTERED',
      version: 3,
    });
  });
});

describe('hours', () => {
  const LOG = `mutation ($input: TimeEntryInput!) { logHours(input: $input) { ... on TimeEntry { id status viewerCanDecide viewerCanRemove } ... on Refusal { code field } } }`;

  test('are logged by the company, decided by staff, and taken back', async () => {
    const { registered } = await register([row('Hours', 'hours@bank.example')]);
    const input = {
      volunteerId: registered[0].id,
      workedOn: '2017-12-01',
      minutes: 90,
      activity: 'CV workshop',
    };
    const { logHours } = await ask(kit, bank, LOG, { input });
    expect(logHours).toMatchObject({ status: 'SUBMITTED', viewerCanDecide: false, viewerCanRemove: true });
    expect((await ask(kit, bank, LOG, { input: { ...input, workedOn: '2018-01-01' } })).logHours.code).toBe(
      'DAY_IN_FUTURE',
    );
    const decide = async (version: number, name: string, rest = '') =>
      (
        await ask(
          kit,
          staff,
          `mutation ($entries: [RecordVersionInput!]!) { answer: ${name}(entries: $entries${rest}) { ... on TimeEntry { status rejectionReason volunteer { approvedMinutes } } ... on Refusal { code } } }`,
          { entries: [{ id: logHours.id, version }] },
        )
      ).answer[0];
    expect(await decide(1, 'rejectHours', ', reason: " "')).toEqual({ code: 'REASON_NEEDED' });
    expect(await decide(1, 'approveHours')).toEqual({
      status: 'APPROVED',
      rejectionReason: null,
      volunteer: { approvedMinutes: 90 },
    });
    expect(await decide(2, 'approveHours')).toEqual({ code: 'HOURS_ALREADY_DECIDED' });
    // Somebody who saw it before must not take back what they did not see.
    expect(await decide(1, 'undoHoursDecision')).toEqual({ code: 'CHANGED_MEANWHILE' });
    expect(await decide(2, 'undoHoursDecision')).toMatchObject({ status: 'SUBMITTED' });
    expect(await decide(3, 'rejectHours', ', reason: "Twice"')).toMatchObject({
      status: 'REJECTED',
      rejectionReason: 'Twice',
    });
  });
});

describe('another partner', () => {
  test('sees none of it, and its changes find nothing', async () => {
    const { registered } = await register([row('Secret', 'secret@bank.example')]);
    const [{ id, version }] = registered;
    const { volunteers } = await ask(
      kit,
      post,
      `{ volunteers(filter: {partner: ["${bank.partnerId}"]}) { totalCount edges { node { id } } } }`,
    );
    expect(volunteers).toEqual({ totalCount: 0, edges: [] });
    expect((await ask(kit, post, '{ timeEntries { totalCount } }')).timeEntries.totalCount).toBe(0);
    const withdraw = `mutation { withdrawVolunteer(id: "${id}", version: ${version}) { ... on Refusal { code } } }`;
    expect((await ask(kit, post, withdraw)).withdrawVolunteer).toEqual({ code: 'NOT_FOUND' });
    const input = { volunteerId: id, workedOn: '2017-12-01', minutes: 60, activity: 'x' };
    expect(
      (
        await ask(
          kit,
          post,
          'mutation ($input: TimeEntryInput!) { logHours(input: $input) { ... on Refusal { code } } }',
          { input },
        )
      ).logHours,
    ).toEqual({ code: 'NOT_FOUND' });
    const forBank = `mutation ($rows: [VolunteerInput!]!) { registerVolunteers(rows: $rows, partnerId: "${bank.partnerId}") { rows { index } } }`;
    expect(
      (await askRaw(kit, post, forBank, { rows: [row('X', 'x@post.example')] })).errors?.[0]?.extensions[
        'code'
      ],
    ).toBe('FORBIDDEN');
  });

  test('a member may log hours but not register, an analyst neither sees nor does', async () => {
    const member = viewerWith('PARTNER_MEMBER', { partnerId: bank.partnerId });
    expect(
      (await askRaw(kit, member, REGISTER, { rows: [], dryRun: true })).errors?.[0]?.extensions['code'],
    ).toBe('FORBIDDEN');
    expect(
      (await askRaw(kit, viewerWith('ANALYST'), '{ volunteers { totalCount } }')).errors?.[0]?.extensions[
        'code'
      ],
    ).toBe('FORBIDDEN');
  });
});
