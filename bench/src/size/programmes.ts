import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type * as EmbeddedPostgres from '../../../apps/api/src/database/embedded-postgres.ts';
import { startApi, type Api, type ApiOptions } from '../platform.ts';
import { root, start } from '../processes.ts';

/** Whoever looks at pages here; each has a key of their own. */
const ROLES = ['ADMINISTRATOR', 'COORDINATOR', 'FUNDER'] as const;
export type Who = (typeof ROLES)[number];

/** The funder with the most duos of all: a fund that pays for a fifth of them. */
const FUNDER = 'Fonds social européen';

/** A generated programme, with an API on it. */
export interface Programme {
  readonly duos: number;
  readonly databaseUrl: string;
  readonly api: Api;
  readonly headers: Readonly<Record<Who, Readonly<Record<string, string>>>>;
  /** The folder of its accounts and keys. */
  readonly data: string;
  /** Starts a second API on it, with Node's `args` or more environment. */
  beside(options: Pick<ApiOptions, 'args' | 'env'>): Promise<Api>;
}

export interface Programmes {
  readonly small: Programme;
  readonly large: Programme;
  /** PostgreSQL's log. */
  readonly log: string;
  stop(): Promise<void>;
}

interface Options {
  readonly small: number;
  readonly large: number;
  /** Where databases are kept from one run to the next; without it they are taken away at the end. */
  readonly folder: string | undefined;
}

/** Two generated programmes on one PostgreSQL as it ships, made where they are not there yet. */
export async function openProgrammes({ small, large, folder }: Options): Promise<Programmes> {
  const directory = folder ?? (await mkdtemp(join(tmpdir(), 'tandem-size-')));
  await mkdir(directory, { recursive: true });
  const { startEmbeddedPostgres } = (await import(
    new URL('../../../apps/api/dist/database/embedded-postgres.js', import.meta.url).href
  )) as typeof EmbeddedPostgres;
  const postgres = await startEmbeddedPostgres({ directory, durable: true });
  const opened: Programme[] = [];
  const stop = async () => {
    for (const { api } of opened) await api.stop();
    await postgres.stop();
    if (folder === undefined) await rm(directory, { recursive: true, force: true });
  };
  try {
    for (const duos of [small, large]) opened.push(await openProgramme(postgres.url, directory, duos));
    const [first, second] = opened;
    if (first === undefined || second === undefined) throw new Error('two programmes are needed');
    return { small: first, large: second, log: join(directory, 'postgres.log'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openProgramme(server: string, directory: string, duos: number): Promise<Programme> {
  const name = `duos_${duos}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const databaseUrl = url.href;
  const data = join(directory, name);
  if (!existsSync(data)) {
    await withClient(server, async (client) => {
      await client.query(`drop database if exists ${name}`);
      await client.query(`create database ${name}`);
    });
    const made = await start(
      ['apps/api/dist/generate.js', '--duos', String(duos)],
      { DATABASE_URL: databaseUrl },
      /^Done/m,
      (text) => process.stdout.write(text),
    );
    await made.stop();
    await mkdir(data);
  }
  const headers = await withClient(databaseUrl, (client) => openAccounts(client, databaseUrl, data));
  return {
    duos,
    databaseUrl,
    data,
    headers,
    api: await startApi({ databaseUrl, data, sample: false }),
    beside: async (options) =>
      startApi({ databaseUrl, data: await mkdtemp(join(directory, 'beside-')), sample: false, ...options }),
  };
}

/** One account for each role with a fresh key; keys need no second factor of their own, their owner's is set. */
async function openAccounts(
  client: Client,
  databaseUrl: string,
  data: string,
): Promise<Programme['headers']> {
  const entries: [Who, Record<string, string>][] = [];
  for (const who of ROLES) {
    const email = `${who.toLowerCase()}@bench.example`;
    const known = await client.query('select from identity."user" where email = $1', [email]);
    const role = who === 'FUNDER' ? ['PARTNER_MEMBER', FUNDER] : [who];
    if (known.rowCount === 0) await command('account', [email, ...role], databaseUrl, data);
    const said = await command('key', [email], databaseUrl, data);
    const key = said.trim().split('\n').at(-1) ?? '';
    entries.push([who, { 'x-api-key': key }]);
  }
  await client.query(`update identity."user" set "twoFactorEnabled" = true`);
  await bindCoordinator(client);
  return Object.fromEntries(entries) as Record<Who, Record<string, string>>;
}

/** The coordinator follows duos in the biggest branch. */
async function bindCoordinator(client: Client): Promise<void> {
  await client.query(
    `with biggest as (select branch_id from duo group by branch_id order by count(*) desc, branch_id limit 1),
       who as (select user_id from membership where role = 'COORDINATOR'),
       bound as (insert into membership_branch (user_id, branch_id) select user_id, branch_id from who, biggest on conflict do nothing)
     update coordinator set user_id = (select user_id from who)
     where id = (select id from coordinator where branch_id = (select branch_id from biggest) order by id limit 1)`,
  );
}

async function command(
  name: 'account' | 'key',
  args: readonly string[],
  databaseUrl: string,
  data: string,
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [`apps/api/dist/${name}.js`, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, TANDEM_DATA: data },
  });
  return stdout;
}

export async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
