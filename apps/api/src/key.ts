import { StartupError } from './database/startup-error.ts';
import { runWithIdentity } from './identity/command.ts';

/** `npm run key -- EMAIL [NAME]`: makes an API key for an account and prints it; only its hash is stored. */
const USAGE = `npm run key -- EMAIL [NAME]\nMakes an API key for the account of this address; NAME says what it is for.`;

await runWithIdentity(async ({ auth }, db) => {
  const [email, name = 'Made on the command line', ...others] = process.argv.slice(2);
  if (email === undefined || !email.includes('@') || others.length > 0) throw new StartupError(USAGE);
  const [user]: { id: string }[] = await db.query('select id from identity."user" where email = $1', [
    email.toLowerCase(),
  ]);
  if (user === undefined)
    throw new StartupError(`There is no account for ${email}: npm run account makes one.`);
  const { key } = await auth.api.createApiKey({ body: { userId: user.id, name } });
  process.stdout.write(`The key of ${email}, shown this once:\n${key}\n`);
});
