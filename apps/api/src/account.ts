import { isPartnerRole, ROLES, type Role } from '@tandem/domain/capabilities';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment } from './env.ts';
import { makeAccount } from './identity/accounts.ts';
import { makeIdentity } from './identity/auth.ts';

/** `npm run account -- EMAIL [ROLE] [PARTNER]`: makes an account and prints its password, which is stored nowhere else. */
const USAGE = `npm run account -- EMAIL [ROLE] [PARTNER]\nROLE is one of ${ROLES.join(', ')}; ADMINISTRATOR unless named. PARTNER is the name of a partner, for partner roles.`;
let database: OpenDatabase | undefined;
try {
  const [email, role = 'ADMINISTRATOR', partner] = process.argv.slice(2);
  if (email === undefined || !email.includes('@') || !isRole(role)) throw new StartupError(USAGE);
  if (isPartnerRole(role) !== (partner !== undefined)) throw new StartupError(USAGE);
  const environment = readEnvironment();
  database = await openDatabase(environment);
  const { db, url } = database;
  if (await exists(db, email)) throw new StartupError(`There is an account for ${email} already.`);
  const partnerId = partner === undefined ? null : await partnerOf(db, partner);
  const identity = makeIdentity({
    databaseUrl: url,
    // Passwords are hashed, not signed: the server's own secret is not needed for this.
    secret: randomBytes(32).toString('base64url'),
    publicUrl: `http://${environment.host}:${environment.port}`,
    log: pino({ level: environment.logLevel }, pino.destination(2)),
  });
  const password = randomBytes(12).toString('base64url');
  await makeAccount(identity, db, { name: email.split('@')[0] ?? email, email, password, role, partnerId });
  await identity.close();
  process.stdout.write(`${email} may sign in as ${role} with the password ${password}\n`);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database?.close();
}

function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}

async function exists(db: DataSource, email: string): Promise<boolean> {
  const found: unknown[] = await db.query('select 1 from identity."user" where email = $1', [
    email.toLowerCase(),
  ]);
  return found.length > 0;
}

async function partnerOf(db: DataSource, name: string): Promise<string> {
  const [partner]: { id: string }[] = await db.query('select id from partner where name = $1', [name]);
  if (partner === undefined) throw new StartupError(`There is no partner "${name}".`);
  return partner.id;
}
