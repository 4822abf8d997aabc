import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type * as EmbeddedPostgres from '../../apps/api/src/database/embedded-postgres.ts';
import { freePort, start, type Running } from './processes.ts';

/** A built API with the sample programme, on a database of its own or on that of another. */
export interface Api extends Running {
  readonly origin: string;
  readonly databaseUrl: string;
  /** Signs a sample account in; returns the headers of its requests. */
  readonly signIn: (role: string) => Promise<Readonly<Record<string, string>>>;
}

export interface Platform {
  readonly origin: string;
  readonly key: string;
  readonly databaseUrl: string;
  readonly api: Running;
  /** Starts a second API beside the first: on a database that `prepare` made, or on the same one with Node's `args`. */
  beside(options: BesideOptions): Promise<Api>;
  signIn: Api['signIn'];
  stop(): Promise<void>;
}

interface BesideOptions {
  /** The name of a database to make; the first API's own where there is none. */
  readonly database?: string;
  /** What Node is given before the program. */
  readonly args?: readonly string[];
}

interface SampleAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string | null;
}

/** The built platform with the sample programme, on a PostgreSQL of its own that others can be pointed at as well. */
export async function openPlatform(): Promise<Platform> {
  const directory = await mkdtemp(join(tmpdir(), 'tandem-bench-'));
  const { startEmbeddedPostgres } = (await import(
    new URL('../../apps/api/dist/database/embedded-postgres.js', import.meta.url).href
  )) as typeof EmbeddedPostgres;
  // Not in a folder below: for root it would be closed to PostgreSQL's account, and the cluster moved away and left.
  const postgres = await startEmbeddedPostgres({ directory, durable: true });
  const data = join(directory, 'data');
  const api = await startApi({ databaseUrl: postgres.url, data });
  const key = (await accountsIn(data)).find(({ apiKey }) => apiKey !== null)?.apiKey ?? '';
  return {
    origin: api.origin,
    key,
    databaseUrl: postgres.url,
    api,
    signIn: api.signIn,
    beside: async ({ database, args }) => {
      if (database === undefined) {
        // A second process needs a folder of its own, with the accounts that the first one made.
        const folder = await mkdtemp(join(directory, 'beside-'));
        await copyFile(join(data, 'sample-accounts.json'), join(folder, 'sample-accounts.json'));
        return startApi({ databaseUrl: postgres.url, data: folder, args });
      }
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`create database ${database}`);
      await client.end();
      const url = new URL(postgres.url);
      url.pathname = `/${database}`;
      return startApi({ databaseUrl: url.href, data: join(directory, database), args });
    },
    stop: async () => {
      await api.stop();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export interface ApiOptions {
  readonly databaseUrl: string;
  /** The folder of its accounts and keys. */
  readonly data: string;
  /** What Node is given before the program. */
  readonly args?: readonly string[] | undefined;
  /** Whether it loads the sample programme and its accounts. */
  readonly sample?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The built API as `npm start` runs it, on a port of its own. */
export async function startApi({
  databaseUrl,
  data,
  args = [],
  sample = true,
  env = {},
}: ApiOptions): Promise<Api> {
  const port = await freePort();
  const running = await start(
    [...args, 'apps/api/dist/main.js'],
    {
      DATABASE_URL: databaseUrl,
      TANDEM_SAMPLE: sample ? 'yes' : 'no',
      TANDEM_DATA: data,
      PORT: String(port),
      LOG_LEVEL: 'error',
      // Load is what is measured here.
      RATE_LIMITS: 'no',
      // As `npm start` does.
      NODE_ENV: 'production',
      ...env,
    },
    /Tandem is ready/,
  );
  const origin = `http://127.0.0.1:${port}`;
  const signIn = async (role: string) => {
    const { email, password } = (await accountsIn(data)).find((account) => account.role === role) ?? {};
    const response = await fetch(`${origin}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email, password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie === undefined) throw new Error(`${role} could not sign in: ${await response.text()}`);
    return { cookie, origin };
  };
  return { ...running, origin, databaseUrl, signIn };
}

async function accountsIn(data: string): Promise<readonly SampleAccount[]> {
  return JSON.parse(await readFile(join(data, 'sample-accounts.json'), 'utf8')) as SampleAccount[];
}
