import { isPartnerRole, ROLES, type Role } from '@tandem/domain/capabilities';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { StartupError } from './database/startup-error.ts';
import { makeAccount } from './identity/accounts.ts';
import { runWithIdentity } from './identity/command.ts';

/** `npm run account -- EMAIL [ROLE] [PARTNER]`: makes an account and prints its password, which is stored nowhere else. */
const USAGE = `npm run account -- EMAIL [ROLE] [PARTNER]\nROLE is one of ${ROLES.join(', ')}; ADMINISTRATOR unless named. PARTNER is the name of a partner, for partner roles.`;

await runWithIdentity(async (identity, db) => {
  const { email, role, partner } = readArguments();
  if (await exists(db, email)) throw new StartupError(`There is an account for ${email} already.`);
  const partnerId = partner === undefined ? null : await partnerOf(db, partner);
  const password = randomBytes(12).toString('base64url');
  await makeAccount(identity, db, { name: email.split('@')[0] ?? email, email, password, role, partnerId });
  process.stdout.write(`${email} may sign in as ${role} with the password ${password}\n`);
});

function readArguments(): { email: string; role: Role; partner: string | undefined } {
  const [email, role = 'ADMINISTRATOR', partner, ...others] = process.argv.slice(2);
  const refuse = (reason: string) => new StartupError(`${reason}\n${USAGE}`);
  if (email === undefined) throw refuse('Name an e-mail address.');
  if (!email.includes('@')) throw refuse(`"${email}" is not an e-mail address.`);
  if (!isRole(role)) throw refuse(`There is no role "${role}".`);
  if (isPartnerRole(role) && partner === undefined) throw refuse(`${role} needs the name of its partner.`);
  if (!isPartnerRole(role) && partner !== undefined) throw refuse(`${role} works for no partner.`);
  if (others.length > 0) throw refuse(`"${others.join(' ')}" is too much.`);
  return { email, role, partner };
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
