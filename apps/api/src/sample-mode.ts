import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '@tandem/domain/capabilities';
import type { DataSource } from 'typeorm';
import { clockOn, systemClock, type Clock } from './clock.ts';
import { loadSampleProgramme, SAMPLE_DAY } from './features/imports/sample-programme.ts';
import { makeAccount } from './identity/accounts.ts';
import type { Identity } from './identity/auth.ts';
import { publishSample } from './sample-publication.ts';
import type { SampleAccount } from './server.ts';

interface Person {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly partner?: string;
}

const ADMINISTRATOR = 'administrator@tandem.example';

/** One account for each role, and one for a company that gives skills. */
const PEOPLE: readonly Person[] = [
  { role: 'ADMINISTRATOR', name: 'Anne Lambert', email: ADMINISTRATOR },
  { role: 'COORDINATOR', name: 'Claire Dubois', email: 'coordinator@tandem.example' },
  { role: 'FINANCE', name: 'Filip Maes', email: 'finance@tandem.example' },
  { role: 'ANALYST', name: 'Nadia Benali', email: 'analyst@tandem.example' },
  {
    role: 'PARTNER_ADMINISTRATOR',
    name: 'Bruno Claes',
    email: 'company@tandem.example',
    partner: 'Banque du Parc',
  },
  {
    role: 'PARTNER_MEMBER',
    name: 'Hanne Wouters',
    email: 'funder@tandem.example',
    partner: "Service public de l'emploi",
  },
];
const COORDINATOR = 'Coord. BRU1';

/** The programme's clock: the sample programme stands on its own day. */
export function clockOf({ sample }: { readonly sample: boolean }): Clock {
  return sample ? clockOn(SAMPLE_DAY) : systemClock;
}

/** Loads the sample programme and its accounts once; later starts read the accounts from their file. */
export async function openSample(
  db: DataSource,
  identity: Identity,
  dataDirectory: string,
  say: (line: string) => void,
): Promise<SampleAccount[]> {
  const file = join(dataDirectory, 'sample-accounts.json');
  const kept = await readFile(file, 'utf8').catch(() => '[]');
  const known = JSON.parse(kept) as SampleAccount[];
  if (await areOf(db, identity, known)) return known;
  say('Loading the sample programme (Brussels, 2015-2017)…');
  const { added } = await loadSampleProgramme(db);
  say(
    `  ${Object.entries(added)
      .map(([kind, count]) => `${count} ${kind.toLowerCase()}`)
      .join(', ')}`,
  );
  // An earlier start that was cut short may have left some of them.
  await db.query(`delete from identity."user" where email = any ($1)`, [PEOPLE.map(({ email }) => email)]);
  const accounts: SampleAccount[] = [];
  for (const person of PEOPLE) accounts.push(await openAccount(db, identity, person));
  await publishSample(db, ADMINISTRATOR);
  await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  return accounts;
}

/** Whether these are accounts of this database: the file may be left from another one. */
async function areOf(
  db: DataSource,
  { auth }: Identity,
  [first]: readonly SampleAccount[],
): Promise<boolean> {
  if (first === undefined) return false;
  const [account]: { password: string }[] = await db.query(
    `select password from identity.account join identity."user" on "user".id = account."userId" where email = $1`,
    [first.email],
  );
  const { password } = await auth.$context;
  return account !== undefined && password.verify({ hash: account.password, password: first.password });
}

async function openAccount(
  db: DataSource,
  identity: Identity,
  { role, name, email, partner }: Person,
): Promise<SampleAccount> {
  const password = randomBytes(9).toString('base64url');
  const [row]: { id: string }[] =
    partner === undefined ? [] : await db.query('select id from partner where name = $1', [partner]);
  const userId = await makeAccount(identity, db, { name, email, password, role, partnerId: row?.id ?? null });
  if (role === 'COORDINATOR') {
    await db.query('update coordinator set user_id = $1 where name = $2', [userId, COORDINATOR]);
    await db.query(
      'insert into membership_branch (user_id, branch_id) select user_id, branch_id from coordinator where user_id = $1',
      [userId],
    );
  }
  const apiKey =
    role === 'ADMINISTRATOR'
      ? (await identity.auth.api.createApiKey({ body: { userId, name: 'Sample key' } })).key
      : null;
  return { role, email, password, apiKey };
}
