import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeDataSource } from '../src/database/data-source.ts';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.ts';
import { migrate } from '../src/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database from which each test file's own one is made. */
    templateUrl: string;
  }
}

/** One server for the run; its database is migrated once and then only copied. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'tandem-test-'));
  const postgres = await startEmbeddedPostgres({ directory, durable: false });
  const db = makeDataSource(postgres.url, reportError);
  await migrate(postgres.url, db);
  await db.destroy();
  provide('templateUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true });
  };
}

function reportError(error: Error): void {
  throw error;
}
