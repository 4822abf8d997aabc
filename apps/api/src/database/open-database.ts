import type { DataSource } from 'typeorm';
import type { Environment } from '../env.ts';
import { makeDataSource } from './data-source.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { lockInstance } from './instance-lock.ts';
import { migrate } from './migrate.ts';

export interface OpenDatabase {
  readonly db: DataSource;
  readonly url: string;
  close(): Promise<void>;
}

/** The database for a command that is not the server: one's own, or the embedded one, which only one process may run. */
export async function openDatabase({ databaseUrl, dataDirectory }: Environment): Promise<OpenDatabase> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of opened.splice(0).toReversed()) await step();
  };
  try {
    let url = databaseUrl;
    if (url === undefined) {
      const lock = await lockInstance(dataDirectory);
      opened.push(() => lock.release());
      const postgres = await startEmbeddedPostgres({ directory: dataDirectory, durable: true });
      opened.push(() => postgres.stop());
      ({ url } = postgres);
    }
    const db = makeDataSource(url, (error) => process.stderr.write(`${error.message}\n`));
    opened.push(async () => db.isInitialized && db.destroy());
    await migrate(url, db);
    return { db, url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
