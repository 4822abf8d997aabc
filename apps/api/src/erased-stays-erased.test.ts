import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldUp, waiting } from '../test/held-up.ts';
import { makeBranch, makeMentee } from '../test/programme.ts';
import { serve } from '../test/serve.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../test/testkit.ts';
import { newId } from './database/new-id.ts';
import { makeAccount } from './identity/accounts.ts';

const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
const company = viewerWith('PARTNER_ADMINISTRATOR', { userId: 'carl', partnerId: newId() });
let kit: Testkit;
let branchId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  branchId = await makeBranch(kit.db);
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Bank', 'COMPANY')`, [
    company.partnerId,
  ]);
});
afterAll(() => kit.close());

async function register(familyName: string): Promise<{ id: string; personId: string }> {
  const { registerVolunteers } = await ask(
    kit,
    company,
    'mutation ($rows: [VolunteerInput!]!) { registerVolunteers(rows: $rows) { registered { id } } }',
    {
      rows: [
        {
          givenName: 'Vera',
          familyName,
          email: `${familyName}@bank.example`,
          engagement: 'VOLUNTEER',
          branchId,
        },
      ],
    },
  );
  const [{ id }] = registerVolunteers.registered;
  const [{ person_id: personId }] = await kit.db.query('select person_id from volunteer where id = $1', [id]);
  return { id, personId };
}

const ERASE =
  'mutation ($id: ID!) { erasePerson(personId: $id, reason: "asked by letter") { ... on ErasureReport { hours consents } ... on Refusal { code } } }';
const erase = async (id: string) => (await ask(kit, staff, ERASE, { id })).erasePerson;
const logHours = async (volunteerId: string, activity: string) =>
  (
    await ask(
      kit,
      company,
      'mutation ($input: TimeEntryInput!) { logHours(input: $input) { ... on TimeEntry { id version } ... on Refusal { code field } } }',
      { input: { volunteerId, workedOn: '2017-06-01', minutes: 60, activity } },
    )
  ).logHours;
const ERASED = { code: 'PERSON_ERASED', field: 'id' };

describe('a registration of somebody who was erased', () => {
  let volunteer: { id: string; personId: string };
  const entries = (condition: string) =>
    kit.db.query(`select id, version from time_entry where volunteer_id = $1 and ${condition}`, [
      volunteer.id,
    ]);
  const change = async (name: string, { id, version }: { id: string; version: number }) =>
    (
      await ask(
        kit,
        company,
        `mutation ($id: ID!, $version: Int!) { answer: ${name}(id: $id, version: $version) { __typename ... on Refusal { code field } } }`,
        { id, version },
      )
    ).answer;
  const decide = async (call: string, entry: object) =>
    (
      await ask(
        kit,
        staff,
        `mutation ($entry: RecordVersionInput!) { answer: ${call} { __typename ... on Refusal { code field } } }`,
        { entry },
      )
    ).answer[0];

  beforeAll(async () => {
    volunteer = await register('Loos');
    await change('removeHours', await logHours(volunteer.id, 'taken out'));
    await logHours(volunteer.id, 'still there');
    await erase(volunteer.personId);
  });

  test('is not reinstated, and gets no hours and no hours back', async () => {
    const [{ version }] = await kit.db.query('select version from volunteer where id = $1', [volunteer.id]);
    expect(await change('reinstateVolunteer', { id: volunteer.id, version })).toMatchObject(ERASED);
    expect(await logHours(volunteer.id, 'Vera Loos again')).toEqual({ ...ERASED, field: 'volunteerId' });
    const [removed] = await entries('removed_at is not null');
    expect(await change('restoreHours', removed)).toMatchObject(ERASED);
  });

  test('has its hours approved, for the sum of them, and not rejected with words', async () => {
    const [entry] = await entries('removed_at is null');
    expect(await decide('rejectHours(entries: [$entry], reason: "Vera Loos was ill")', entry)).toMatchObject(
      ERASED,
    );
    expect(await decide('approveHours(entries: [$entry])', entry)).toMatchObject({ __typename: 'TimeEntry' });
  });

  test('stays withdrawn whoever writes to the database', async () => {
    await expect(
      kit.db.query(`update volunteer set status = 'ACTIVE', version = version + 1 where id = $1`, [
        volunteer.id,
      ]),
    ).rejects.toThrow('stays withdrawn');
    const living = await register('Living');
    await expect(
      kit.db.query('update volunteer set person_id = $2 where id = $1', [living.id, volunteer.personId]),
    ).rejects.toThrow('stays withdrawn');
  });
});

describe('an erasure at the same time', () => {
  test('as hours are logged waits for them, and takes their words', async () => {
    const { id, personId } = await register('Atonce');
    let erasing: Promise<unknown> | undefined;
    const logged = await heldUp(
      kit,
      'logHours',
      () => logHours(id, 'Lunch with Vera Atonce'),
      async () => {
        erasing = erase(personId);
        await waiting(kit, 2);
      },
    );
    expect(logged).toMatchObject({ version: 1 });
    expect(await erasing).toMatchObject({ hours: 1 });
    expect(await kit.db.query('select activity from time_entry where volunteer_id = $1', [id])).toEqual([
      { activity: '–' },
    ]);
  });

  test('as hours are taken out does not wait for them while they wait for it', async () => {
    const { id, personId } = await register('Takenout');
    const entry = await logHours(id, 'Lunch');
    // The erasure has come to the person, and holds the registration.
    const keeper = kit.db.createQueryRunner();
    await keeper.startTransaction();
    await keeper.query('select 1 from person where id = $1 for key share', [personId]);
    const erasing = erase(personId);
    await waiting(kit, 1);
    const removing = ask(
      kit,
      company,
      'mutation ($id: ID!, $version: Int!) { removeHours(id: $id, version: $version) { ... on Refusal { code } } }',
      entry,
    );
    await waiting(kit, 2);
    await keeper.rollbackTransaction();
    await keeper.release();
    expect(await Promise.all([erasing, removing])).toMatchObject([
      { hours: 1 },
      { removeHours: { code: 'CHANGED_MEANWHILE' } },
    ]);
  });

  test('as a consent is written down: whoever came second is told so', async () => {
    const [{ person_id: personId }] = await kit.db.query('select person_id from mentee where id = $1', [
      await makeMentee(kit.db, branchId, 'Said', 'Yes'),
    ]);
    let recording: Promise<unknown> | undefined;
    await heldUp(
      kit,
      'erasePerson',
      () => erase(personId),
      async () => {
        recording = ask(
          kit,
          staff,
          'mutation ($id: ID!, $input: ConsentInput!) { recordConsent(personId: $id, input: $input) { __typename ... on Refusal { code field } } }',
          { id: personId, input: { purpose: 'PROGRAMME', answer: 'GIVEN', onDay: '2017-01-01' } },
        );
        await waiting(kit, 2);
      },
    );
    expect(await recording).toEqual({
      recordConsent: { __typename: 'Refusal', code: 'PERSON_ERASED', field: 'personId' },
    });
    expect(await kit.db.query('select 1 from consent where person_id = $1', [personId])).toEqual([]);
  });
});

test('an answer that was kept for repeats is not given out after an erasure', async () => {
  const served = await serve(kit);
  try {
    const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' };
    const userId = await makeAccount(served.identity, kit.db, {
      ...account,
      role: 'ADMINISTRATOR',
      partnerId: null,
    });
    const { key } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'test' } });
    const { id, personId } = await register('Kept');
    const send = async (idempotencyKey: string, query: string, variables: object) => {
      const response = await fetch(`${served.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': key, 'idempotency-key': idempotencyKey },
        body: JSON.stringify({ query, variables }),
      });
      return response.text();
    };
    const log = () =>
      send(
        'log',
        'mutation ($input: TimeEntryInput!) { logHours(input: $input) { ... on TimeEntry { volunteer { person { name } } } } }',
        { input: { volunteerId: id, workedOn: '2017-06-01', minutes: 60, activity: 'Lunch' } },
      );
    expect(await log()).toContain('Vera Kept');
    const report = await send('erase', ERASE, { id: personId });
    expect(report).toContain('"hours":1');
    const repeated = await log();
    expect(repeated).not.toContain('Kept');
    expect(repeated).toContain('IDEMPOTENCY_ANSWER_LOST');
    // Nor is the erasure itself done twice, and its answer names nobody.
    expect(await send('erase', ERASE, { id: personId })).toBe(report);
  } finally {
    await served.close();
  }
});
