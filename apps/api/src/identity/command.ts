import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openDatabase, type OpenDatabase } from '../database/open-database.ts';
import { StartupError } from '../database/startup-error.ts';
import { readEnvironment } from '../env.ts';
import { makeLog } from '../log.ts';
import { noMailer } from '../mail/mailer.ts';
import { makeIdentity, type Identity } from './auth.ts';

/** Runs a command on accounts: opens the database, says in a line what cannot be, and closes everything. */
export async function runWithIdentity(
  command: (identity: Identity, db: DataSource) => Promise<void>,
): Promise<void> {
  let database: OpenDatabase | undefined;
  let identity: Identity | undefined;
  try {
    const environment = readEnvironment();
    database = await openDatabase(environment);
    identity = makeIdentity({
      db: database.db,
      mailer: noMailer,
      databaseUrl: database.url,
      // Passwords and keys are hashed, not signed: the server's own secret is not needed for this.
      secret: randomBytes(32).toString('base64url'),
      publicUrl: environment.publicUrl,
      log: makeLog(environment.logLevel),
    });
    await command(identity, database.db);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await identity?.close();
    await database?.close();
  }
}
