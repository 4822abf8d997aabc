import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as EmbeddedPostgres from '../../apps/api/src/database/embedded-postgres.ts';
import { freePort, start, type Running } from './processes.ts';

export interface Platform {
  readonly origin: string;
  readonly key: string;
  readonly databaseUrl: string;
  readonly api: Running;
  stop(): Promise<void>;
}

/** The built platform with the sample programme, on a PostgreSQL of its own that others can be pointed at as well. */
export async function openPlatform(): Promise<Platform> {
  const directory = await mkdtemp(join(tmpdir(), 'tandem-bench-'));
  const { startEmbeddedPostgres } = (await import(
    new URL('../../apps/api/dist/database/embedded-postgres.js', import.meta.url).href
  )) as typeof EmbeddedPostgres;
  // Not in a folder below: for root it would be closed to PostgreSQL's account, and the cluster moved away and left.
  const postgres = await startEmbeddedPostgres({ directory, durable: true });
  const port = await freePort();
  const api = await start(
    ['apps/api/dist/main.js'],
    {
      DATABASE_URL: postgres.url,
      TANDEM_SAMPLE: 'yes',
      TANDEM_DATA: join(directory, 'data'),
      PORT: String(port),
      LOG_LEVEL: 'error',
      // As `npm start` does.
      NODE_ENV: 'production',
    },
    /Tandem is ready/,
  );
  const accounts = JSON.parse(await readFile(join(directory, 'data', 'sample-accounts.json'), 'utf8')) as {
    apiKey: string | null;
  }[];
  return {
    origin: `http://127.0.0.1:${port}`,
    key: accounts.find(({ apiKey }) => apiKey !== null)?.apiKey ?? '',
    databaseUrl: postgres.url,
    api,
    stop: async () => {
      await api.stop();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
