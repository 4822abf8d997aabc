import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { makeDataSource } from './data-source.ts';
import { migrations } from './migrations.ts';
import { StartupError } from './startup-error.ts';

/** Any fixed number: the advisory lock of whoever migrates. */
const MIGRATION_LOCK = 7_163_248;
const OLDEST_VERSION = 150_000;

/**
 * Brings the database to the code's version, one migrator at a time. Throws a StartupError, before anything is
 * changed, where the server cannot be reached, is too old, or holds migrations that this code does not know.
 */
export async function migrate(url: string, db: DataSource): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartupError(`The database at ${withoutPassword(url)} cannot be reached: ${reason(error)}`);
  }
  try {
    await refuseOldServer(client);
    await takeLock(client);
    await refuseNewerDatabase(client);
    await runMigrations(url);
    if (!db.isInitialized) await db.initialize();
  } finally {
    await client.end();
  }
}

/** On connections of its own, without the limits of requests: facts of a million duos take minutes to make anew. */
async function runMigrations(url: string): Promise<void> {
  const unlimited = { connections: 1, statementMilliseconds: 0, idleMilliseconds: 0 };
  const db = makeDataSource(url, () => undefined, unlimited);
  await db.initialize();
  try {
    await db.runMigrations({ transaction: 'all' });
  } finally {
    await db.destroy();
  }
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  if (Number(rows[0]?.version) < OLDEST_VERSION)
    throw new StartupError('Tandem needs PostgreSQL 15 or later.');
}

async function takeLock(client: Client): Promise<void> {
  await client.query("set lock_timeout = '60s'");
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  } catch (error) {
    throw new StartupError(`Another process has been migrating this database for a minute: ${reason(error)}`);
  }
}

async function refuseNewerDatabase(client: Client): Promise<void> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    "select to_regclass('migration') is not null as there",
  );
  if (!tables[0]?.there) return;
  const known = new Set(migrations.map((migration) => migration.name));
  const { rows } = await client.query<{ name: string }>('select name from migration order by id');
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown !== undefined) {
    throw new StartupError(
      `The database is newer than this code (it has the migration ${unknown.name}): start the version that made it. Nothing was changed.`,
    );
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  shown.search = '';
  return shown.toString();
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
