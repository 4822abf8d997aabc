import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestkit, type Testkit } from '../test/testkit.ts';

/** The program as it is built; `npm test` builds first. */
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const PATIENCE = 60_000;
let kit: Testkit;
let folder: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  folder = await mkdtemp(join(tmpdir(), 'tandem-main-'));
});
afterAll(async () => {
  await kit.close();
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly origin: string;
  said(): string;
  stop(): Promise<number | null>;
}

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, out: () => out, errors: () => errors };
}

/** Runs it to its end: for starts that cannot succeed. */
async function fails(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const { ended, errors } = run({ PORT: String(await freePort()), ...env });
  return { code: await ended, errors: errors() };
}

async function start(env: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const program = run({ PORT: String(port), ...env });
  await expect
    .poll(() => program.out() + (program.child.exitCode === null ? '' : `ended: ${program.errors()}`), {
      timeout: PATIENCE,
    })
    .toMatch(/Tandem is ready|ended/);
  expect(program.errors()).toBe('');
  return {
    origin: `http://127.0.0.1:${port}`,
    said: program.out,
    stop: () => {
      program.child.kill('SIGTERM');
      return program.ended;
    },
  };
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

describe('a start that cannot succeed says why in one line and changes nothing', () => {
  test('a database newer than the code', { timeout: PATIENCE }, async () => {
    await kit.db.query(
      `insert into migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`,
    );
    const { code, errors } = await fails({ DATABASE_URL: kit.url, TANDEM_DATA: join(folder, 'newer') });
    expect(code).toBe(1);
    expect(errors).toBe(
      'The database is newer than this code (it has the migration FromTheFuture9999999999999): start the version that made it. Nothing was changed.\n',
    );
    await kit.db.query(`delete from migration where name = 'FromTheFuture9999999999999'`);
  });

  test('an unreachable database', { timeout: PATIENCE }, async () => {
    const port = await freePort();
    const url = `postgres://nobody:secret@127.0.0.1:${port}/none`;
    const { code, errors } = await fails({ DATABASE_URL: url, TANDEM_DATA: join(folder, 'unreachable') });
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^The database at postgres:\/\/nobody@127\.0\.0\.1:\d+\/none cannot be reached: .*\n$/,
    );
    expect(errors).not.toContain('secret');
  });

  test('a taken port', { timeout: PATIENCE }, async () => {
    const holder = await hold();
    const { port } = holder.address() as AddressInfo;
    const data = join(folder, 'taken');
    const { code, errors } = await fails({ PORT: String(port), TANDEM_DATA: data });
    expect(code).toBe(1);
    expect(errors).toBe(`Port ${port} is taken: end what uses it, or choose another with PORT.\n`);
    expect(await readdir(data)).not.toContain('postgres');
    await new Promise((resolve) => holder.close(resolve));
  });
});

describe('on a PostgreSQL of one’s own', () => {
  test(
    'it starts empty, without sample and without its accounts, and ends on SIGTERM',
    { timeout: PATIENCE },
    async () => {
      const url = new URL(kit.url);
      url.pathname = `/own_${process.pid}`;
      const admin = new Client({ connectionString: kit.url });
      await admin.connect();
      await admin.query(`create database ${url.pathname.slice(1)}`);
      try {
        const platform = await start({ DATABASE_URL: url.toString(), TANDEM_DATA: join(folder, 'own') });
        expect(platform.said()).not.toContain('@tandem.example');
        expect((await fetch(`${platform.origin}/sample-accounts`)).status).toBe(404);
        expect(await (await fetch(`${platform.origin}/health/ready`)).json()).toEqual({ status: 'ready' });
        expect(await platform.stop()).toBe(0);
        const own = new Client({ connectionString: url.toString() });
        await own.connect();
        expect((await own.query('select count(*)::int as people from person')).rows).toEqual([{ people: 0 }]);
        await own.end();
      } finally {
        await admin.query(`drop database ${url.pathname.slice(1)} with (force)`);
        await admin.end();
      }
    },
  );
});

describe('on the embedded database', () => {
  test('a second instance is refused, and the first goes on', { timeout: 2 * PATIENCE }, async () => {
    const data = join(folder, 'embedded');
    const first = await start({ TANDEM_DATA: data, TANDEM_SAMPLE: 'no' });
    const { code, errors } = await fails({ TANDEM_DATA: data });
    expect(code).toBe(1);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
    expect((await fetch(`${first.origin}/health/ready`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
    expect(await readdir(join(data, 'postgres'))).not.toContain('postmaster.pid');
  });
});
