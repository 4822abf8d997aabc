import { capabilitiesOf, isPartnerRole, ROLES, type Role } from '@tandem/domain/capabilities';
import type { DataSource } from 'typeorm';
import { newId } from '../../src/database/new-id.ts';
import { makeAccount } from '../../src/identity/accounts.ts';
import type { Identity } from '../../src/identity/auth.ts';
import { makeBranch, makeCoordinator, makeDuo } from '../programme.ts';

/** Ids by what they are of, and the word that stands in all its texts. */
export interface Party {
  readonly canary: string;
  readonly ids: Readonly<Record<string, string>>;
}

type MutableParty = Party & { readonly ids: Record<string, string> };

/** An account with every kind of credential that it may have, as headers. */
export interface Account {
  readonly role: string;
  readonly of: 'ours' | 'theirs' | 'staff' | 'nobody';
  readonly credentials: readonly Readonly<Record<string, string>>[];
}

/** Who is not signed in. */
export const NOBODY: Account = { role: 'NOBODY', of: 'nobody', credentials: [{}] };

const DUOS = 14;
const PASSWORD = 'a long enough password';

/**
 * Two partners of two branches that fund and help two sets of duos; every text of a record that belongs to one of them,
 * or to a person or duo of its branch, holds that side's canary.
 */
export async function seedTwoPartners(db: DataSource, identity: Identity) {
  const ours = await seedParty(db, 'CANARYOURS');
  const theirs = await seedParty(db, 'CANARYTHEIRS');
  const accounts: Account[] = [];
  for (const role of ROLES) {
    if (!isPartnerRole(role)) accounts.push(await openAccount(db, identity, role, 'staff', ours));
    else {
      accounts.push(await openAccount(db, identity, role, 'ours', ours));
      accounts.push(await openAccount(db, identity, role, 'theirs', theirs));
    }
  }
  return { ours, theirs, accounts };
}

/** An account of a side, whose ids are added to the side's where it is a partner's. */
async function openAccount(
  db: DataSource,
  { auth, ...identity }: Identity,
  role: Role,
  of: Account['of'],
  party: MutableParty,
): Promise<Account> {
  const email = `${role}@${party.canary}-accounts.example`.toLowerCase();
  const name = of === 'staff' ? role : `${party.canary} ${role}`;
  const partnerId = of === 'staff' ? null : party.ids['partner'];
  const userId = await makeAccount({ auth, ...identity }, db, {
    name,
    email,
    password: PASSWORD,
    role,
    partnerId: partnerId ?? null,
  });
  if (role === 'COORDINATOR')
    await db.query('insert into membership_branch (user_id, branch_id) values ($1, $2)', [
      userId,
      party.ids['branch'],
    ]);
  // Names of keys are short.
  const label = name.replace('PARTNER_', '');
  const personal = await auth.api.createApiKey({ body: { userId, name: label } });
  const { headers } = await auth.api.signInEmail({
    body: { email, password: PASSWORD },
    returnHeaders: true,
  });
  const credentials: Account['credentials'][number][] = [
    // The session first: it may all that the account may, and a key makes and lists no keys.
    { cookie: String(headers.get('set-cookie')).split(';')[0] ?? '' },
    { 'x-api-key': personal.key },
  ];
  if (of !== 'staff') {
    const ofPartner = await auth.api.createApiKey({
      body: { userId, name: label, metadata: { partnerId } },
    });
    credentials.push({ 'x-api-key': ofPartner.key });
    Object.assign(party.ids, { [`${role} account`]: userId, [`${role} key`]: personal.id });
  }
  return { role, of, credentials };
}

async function seedParty(db: DataSource, canary: string): Promise<MutableParty> {
  const branch = await makeBranch(db, `${canary} branch`);
  const coordinator = await makeCoordinator(db, branch, `${canary} coordinator`);
  const [partner, grant, person, volunteer, timeEntry] = [newId(), newId(), newId(), newId(), newId()];
  const invitation = newId();
  await db.query(`insert into partner (id, name, kind) values ($1, $2, 'COMPANY')`, [
    partner,
    `${canary} partner`,
  ]);
  await db.query(
    `insert into funding_grant (id, reference, partner_id, kind, starts_on, ends_before, amount_cents)
     values ($1, $2, $3, 'FINANCIAL_SPONSORSHIP', '2016-01-01', '2018-01-01', 5000000)`,
    [grant, `${canary} grant`, partner],
  );
  const [condition, instalment, deadline] = [newId(), newId(), newId()];
  await db.query(
    `insert into grant_condition (id, grant_id, position, text, due_on) values ($1, $2, 0, $3, '2018-01-10')`,
    [condition, grant, `${canary} condition`],
  );
  await db.query(
    `insert into grant_instalment (id, grant_id, position, due_on, amount_cents) values ($1, $2, 0, '2018-01-10', 100)`,
    [instalment, grant],
  );
  await db.query(
    `insert into grant_deadline (id, grant_id, position, due_on, text) values ($1, $2, 0, '2018-01-10', $3)`,
    [deadline, grant, `${canary} deadline`],
  );
  await db.query(
    `insert into invitation (id, email, name, role, partner_id, locale, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, 'PARTNER_MEMBER', $4, 'fr', sha256(uuid_send(gen_random_uuid())), $3, now(), now() + interval '7 days')`,
    [invitation, `${canary}-invited@example.org`.toLowerCase(), `${canary} guest`, partner],
  );
  await db.query(`insert into person (id, given_name, family_name, email) values ($1, $2, $2, $3)`, [
    person,
    `${canary} person`,
    `${canary}@example.org`.toLowerCase(),
  ]);
  await db.query(
    `insert into volunteer (id, person_id, partner_id, branch_id, engagement, status, availability, registered_on)
     values ($1, $2, $3, $4, 'VOLUNTEER', 'ACTIVE', $5, '2017-01-01')`,
    [volunteer, person, partner, branch, `${canary} availability`],
  );
  await db.query(
    `insert into time_entry (id, volunteer_id, worked_on, minutes, activity, status, rejection_reason)
     values ($1, $2, '2017-02-01', 60, $3, 'SUBMITTED', null), (uuid_v7(), $2, '2017-03-01', 90, $3, 'REJECTED', $3)`,
    [timeEntry, volunteer, `${canary} hours`],
  );
  const duos: { id: string; mentorId: string; menteeId: string }[] = [];
  for (let index = 0; index < DUOS; index += 1)
    duos.push(
      await makeDuo(db, branch, coordinator, {
        startedOn: '2016-02-01',
        ...(index % 2 === 0 && { closedOn: '2016-09-01' }),
      }),
    );
  const ids = duos.map(({ id }) => id);
  await db.query(`insert into earmark (duo_id, grant_id, share) select unnest($1::uuid[]), $2, 0.5`, [
    ids,
    grant,
  ]);
  await db.query(
    `insert into meeting (id, duo_id, held_on, minutes, mode, note) select uuid_v7(), unnest($1::uuid[]), '2016-03-01', 60, 'REMOTE', $2`,
    [ids, `${canary} NOTE`],
  );
  await db.query(
    `insert into outcome (duo_id, observed_on, recorded_on, situation, contract_type, months, evidence)
     select id, '2016-10-01', '2016-10-03', 'JOB', 'FIXED_TERM', 6, 'DECLARED' from unnest($1::uuid[]) with ordinality as duo (id, n) where n % 3 > 0`,
    [ids],
  );
  await db.query(
    `insert into response (duo_id, respondent, answered_on, recorded_on) select unnest($1::uuid[]), 'MENTEE', '2016-10-01', '2016-10-01'`,
    [ids],
  );
  await db.query(
    `insert into answer (response_id, question, score) select id, 'SATISFACTION', 4 from response where duo_id = any ($1)`,
    [ids],
  );
  await db.query(
    `update duo set reference = $2 || left(id::text, 23) || right(id::text, 12) where id = any ($1)`,
    [ids, `${canary}-`],
  );
  await db.query(
    `update person set given_name = $2 || ' NAME', family_name = $2 || ' NAME', email = lower($2 || '.NAME.' || person.id || '@example.org')
     where id in (select person_id from mentor join duo on mentor_id = mentor.id where duo.id = any ($1)
       union select person_id from mentee join duo on mentee_id = mentee.id where duo.id = any ($1))`,
    [ids, canary],
  );
  await db.query(
    `insert into audit_entry (at, actor_name, action, record_kind, record_id, subject_id, before, after)
     values (now(), $2, 'logHours', 'timeEntry', $1, $3, null, jsonb_build_object('activity', $2::text))`,
    [timeEntry, `${canary} actor`, volunteer],
  );
  const event = newId();
  await db.query(
    `insert into event (id, reference, kind, title, held_on, branch_id, audience) values ($1, $2, 'WORKSHOP', $2, '2017-02-01', $3, 'BOTH')`,
    [event, `${canary} event`, branch],
  );
  await db.query(
    `insert into attendance (event_id, person_id, role, status)
     select $1::uuid, person_id, 'MENTEE', 'ATTENDED' from mentee join duo on mentee_id = mentee.id where duo.id = any ($2)
     union all select $1::uuid, person_id, 'MENTOR', 'REGISTERED' from mentor join duo on mentor_id = mentor.id where duo.id = any ($2)`,
    [event, ids],
  );
  await db.query('select refresh_duo_facts($1)', [ids]);
  const [first = { id: '', mentorId: '', menteeId: '' }] = duos;
  const [{ id: meeting }] = await db.query('select id from meeting where duo_id = $1', [first.id]);
  return {
    canary,
    ids: {
      partner,
      branch,
      coordinator,
      grant,
      person,
      volunteer,
      timeEntry,
      duo: first.id,
      mentor: first.mentorId,
      mentee: first.menteeId,
      meeting,
      event,
      invitation,
      deadline,
    },
  };
}

/** Changes everything that belongs to a partner alone, so that another partner's answers must stay the same. */
export async function changeEverythingOf(db: DataSource, { ids }: Party): Promise<void> {
  const { partner, grant, volunteer, person, branch } = ids;
  await db.query(`update partner set name = 'CANARYCHANGED partner', kind = 'FOUNDATION' where id = $1`, [
    partner,
  ]);
  await db.query(
    `update funding_grant set reference = 'CANARYCHANGED', amount_cents = 7654321, starts_on = '2015-01-01', kind = 'PUBLIC_SUBSIDY' where id = $1`,
    [grant],
  );
  await db.query(
    `update event set title = 'CANARYCHANGED', held_on = '2017-03-01', kind = 'TRAINING' where branch_id = $1`,
    [branch],
  );
  await db.query(
    `update attendance set status = 'ABSENT' where event_id in (select id from event where branch_id = $1)`,
    [branch],
  );
  await db.query('update earmark set share = 0.25 where grant_id = $1', [grant]);
  await db.query(
    `update person set given_name = 'CANARYCHANGED', email = 'changed@example.org' where id = $1`,
    [person],
  );
  await db.query(`update volunteer set status = 'WITHDRAWN', availability = 'CANARYCHANGED' where id = $1`, [
    volunteer,
  ]);
  await db.query(
    `update time_entry set minutes = 600, activity = 'CANARYCHANGED', status = 'APPROVED', rejection_reason = null where volunteer_id = $1`,
    [volunteer],
  );
  await db.query(
    `with someone as (insert into person (given_name, family_name) values ('CANARYCHANGED', 'CANARYCHANGED') returning id)
     insert into volunteer (person_id, partner_id, branch_id, engagement, status, registered_on)
     select id, $1, $2, 'MENTOR', 'REGISTERED', '2017-05-01' from someone`,
    [partner, branch],
  );
  await db.query(
    `update identity."user" set name = 'CANARYCHANGED' where id in (select user_id from membership where partner_id = $1)`,
    [partner],
  );
}

/** What a role may not meet in any answer: the other side's records, and kinds of data that are not for the role. */
export function forbiddenTo(account: Account, ours: Party, theirs: Party): RegExp[] {
  const may = new Set<string>(account.of === 'staff' ? capabilitiesOf(account.role as never) : []);
  if (account.of === 'nobody') return [/CANARY/i];
  const other = account.of === 'theirs' ? ours : theirs;
  const forbidden: RegExp[] = [];
  // Branches have no secret names, so that the names of the other one do not count.
  if (account.of !== 'staff') forbidden.push(new RegExp(`${other.canary}(?! branch)`, 'i'));
  if (account.role === 'COORDINATOR')
    forbidden.push(new RegExp(`${other.canary}(?! branch| coordinator| partner| grant|-accounts)`, 'i'));
  if (!may.has('SEE_NOTES')) forbidden.push(/CANARY\w+ NOTE/i);
  if (!may.has('SEE_PEOPLE')) forbidden.push(/CANARY\w+[ .]NAME/i);
  return forbidden;
}
