import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { newId } from './database/new-id.ts';
import { isAlive } from './database/processes.ts';

/** The program as it is built; `npm test` builds first. */
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const PATIENCE = { timeout: 120_000 };
/** As `npm start` runs it, whatever is set where the tests run. */
const ENVIRONMENT = {
  ...process.env,
  NODE_ENV: 'production',
  LOG_LEVEL: 'error',
  HOST: undefined,
  DATABASE_URL: undefined,
  TANDEM_SAMPLE: undefined,
  PUBLIC_URL: undefined,
  AUTH_SECRET: undefined,
};
const running = new Set<{ child: ChildProcess; ended: Promise<number | null> }>();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-main-'));
  // The account of PostgreSQL can enter it, so that clusters stay in it and are gone with it.
  await chmod(folder, 0o711);
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    await ended;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...ENVIRONMENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  // Closed, not only gone: all that it said is read.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const program = { child, ended, out: () => out, errors: () => errors };
  running.add(program);
  void ended.then(() => running.delete(program));
  return program;
}

/** Runs it to its end: for starts that cannot succeed. */
async function fails(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const { ended, errors } = run({ PORT: String(await freePort()), ...env });
  return { code: await ended, errors: errors() };
}

/** Starts it, and waits until it says this. */
async function start(env: Record<string, string>, words = 'Tandem is ready') {
  const port = await freePort();
  const { child, ended, out, errors } = run({ PORT: String(port), ...env });
  const heard = () => out() + (child.exitCode === null ? '' : `ended: ${errors()}`);
  await expect.poll(heard, PATIENCE).toMatch(new RegExp(`${words}|ended`));
  expect(heard()).toContain(words);
  expect(errors()).toBe('');
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { get, stop, said: out, pid: child.pid };
}

async function freePort(): Promise<number> {
  const probe = await hold();
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function hold(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

type Query = (statement: string) => Promise<any[]>;

/** An empty database on a server that the program did not start, for as long as the work takes. */
async function withOwnDatabase(work: (url: string, query: Query) => Promise<void>): Promise<void> {
  const url = new URL(inject('templateUrl'));
  const admin = new Client({ connectionString: url.toString() });
  await admin.connect();
  url.pathname = `/own_${newId().replaceAll('-', '')}`;
  await admin.query(`create database ${url.pathname.slice(1)}`);
  const own = new Client({ connectionString: url.toString() });
  await own.connect();
  try {
    await work(url.toString(), async (statement) => (await own.query(statement)).rows);
  } finally {
    await own.end();
    await admin.query(`drop database ${url.pathname.slice(1)} with (force)`);
    await admin.end();
  }
}

async function postmasterOf(data: string): Promise<number> {
  return Number((await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('a start that cannot succeed says why in one line and changes nothing', () => {
  test('a database newer than the code', PATIENCE, async () => {
    await withOwnDatabase(async (url, query) => {
      await query(`create table migration (id serial, timestamp bigint, name text);
        insert into migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999');
        create table hoverboard (owner text); insert into hoverboard values ('Marty')`);
      const data = join(folder, 'newer');
      const { code, errors } = await fails({ DATABASE_URL: url, TANDEM_DATA: data, TANDEM_SAMPLE: 'yes' });
      expect(code).toBe(1);
      expect(errors).toBe(
        'The database is newer than this code (it has the migration FromTheFuture9999999999999): start the version that made it. Nothing was changed.\n',
      );
      expect(
        await query(
          `select table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1`,
        ),
      ).toEqual([{ name: 'hoverboard' }, { name: 'migration' }]);
      expect(await query('select name from migration')).toHaveLength(1);
      expect(await query('select * from hoverboard')).toEqual([{ owner: 'Marty' }]);
      expect(await readdir(data)).toEqual([]);
    });
  });

  test('an unreachable database', PATIENCE, async () => {
    const port = await freePort();
    const url = `postgres://nobody:secret@127.0.0.1:${port}/none`;
    const { code, errors } = await fails({ DATABASE_URL: url, TANDEM_DATA: join(folder, 'unreachable') });
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^The database at postgres:\/\/nobody@127\.0\.0\.1:\d+\/none cannot be reached: .*\n$/,
    );
    expect(errors).not.toContain('secret');
  });

  test.each([{ HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://tandem.example.org' }, { HOST: '::' }])(
    'the sample programme by default where others can reach it: %o',
    PATIENCE,
    async (reached) => {
      const data = join(folder, 'reached');
      const { code, errors } = await fails({ TANDEM_DATA: data, ...(reached as Record<string, string>) });
      expect(code).toBe(1);
      expect(errors).toMatch(/^Others could reach the platform .*TANDEM_SAMPLE=no .*TANDEM_SAMPLE=yes.*\n$/);
      await expect(readdir(data)).rejects.toThrow('ENOENT');
    },
  );

  test('a taken port', PATIENCE, async () => {
    const holder = await hold();
    const { port } = holder.address() as AddressInfo;
    const data = join(folder, 'taken');
    const { code, errors } = await fails({ PORT: String(port), TANDEM_DATA: data });
    expect(code).toBe(1);
    expect(errors).toBe(`Port ${port} is taken: end what uses it, or choose another with PORT.\n`);
    expect(await readdir(data)).toEqual([]);
    await new Promise((resolve) => holder.close(resolve));
  });
});

describe('on a PostgreSQL of one’s own', () => {
  const contents = `select (select count(*)::int from person) as people, (select count(*)::int from identity."user") as accounts`;

  test(
    'it starts empty, without sample and without its accounts, and ends on SIGTERM',
    PATIENCE,
    async () => {
      await withOwnDatabase(async (url, query) => {
        const data = join(folder, 'own');
        const platform = await start({ DATABASE_URL: url, TANDEM_DATA: data });
        expect(platform.said()).not.toContain('@tandem.example');
        expect((await platform.get('/sample-accounts')).status).toBe(404);
        expect(await (await platform.get('/health/ready')).json()).toEqual({ status: 'ready' });
        expect(await platform.stop()).toBe(0);
        expect(await query(contents)).toEqual([{ people: 0, accounts: 0 }]);
        expect(await readdir(data)).toEqual(['auth-secret']);
      });
    },
  );

  test('it has both when it is asked for them', PATIENCE, async () => {
    await withOwnDatabase(async (url, query) => {
      const env = { DATABASE_URL: url, TANDEM_DATA: join(folder, 'asked'), TANDEM_SAMPLE: 'yes' };
      const platform = await start(env, 'x-api-key');
      expect(await (await platform.get('/sample-accounts')).json()).toHaveLength(6);
      expect(await platform.stop()).toBe(0);
      expect(await query(contents)).toEqual([{ people: expect.toSatisfy((n) => n > 900), accounts: 6 }]);
    });
  });
});

describe('on the embedded database', () => {
  test('a second instance is refused, the first goes on, and SIGTERM ends all of it', PATIENCE, async () => {
    const data = join(folder, 'embedded');
    const first = await start({ TANDEM_DATA: data, TANDEM_SAMPLE: 'no' });
    const { code, errors } = await fails({ TANDEM_DATA: data });
    expect(code).toBe(1);
    expect(errors).toBe(`Tandem already runs on the data folder ${data} (process ${first.pid}).\n`);
    expect((await first.get('/health/ready')).status).toBe(200);
    const postmaster = await postmasterOf(data);
    expect(isAlive(postmaster)).toBe(true);
    expect(await first.stop()).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
    expect(await readdir(data)).not.toContain('instance.lock');
  });

  test('SIGTERM in the middle of the first start leaves no database server behind', PATIENCE, async () => {
    const data = join(folder, 'interrupted');
    const platform = await start({ TANDEM_DATA: data }, 'Loading the sample programme');
    const postmaster = await postmasterOf(data);
    expect(await platform.stop()).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
    expect(await readdir(data)).not.toContain('instance.lock');
  });
});
