import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { makeDataSource } from './database/data-source.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { lockInstance } from './database/instance-lock.ts';
import { migrate } from './database/migrate.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment, type Environment } from './env.ts';
import { makeIdentity } from './identity/auth.ts';
import { sealRegularly } from './features/audit/seal-regularly.ts';
import { refreshRegularly } from './features/metrics/refresh-regularly.ts';
import { releaseRegularly } from './features/metrics/release-ahead.ts';
import { retainRegularly } from './features/privacy/retain-regularly.ts';
import { SAMPLE_DAY } from './features/imports/sample-programme.ts';
import { makeLog } from './log.ts';
import { clockOf, openSample } from './sample-mode.ts';
import { forgetAnswers } from './http/forget-answers.ts';
import { makeMailbox, makeSmtpMailer, noMailer } from './mail/mailer.ts';
import { makeServer, type SampleAccount } from './server.ts';

/** What was opened, to be closed in the reverse order, whatever went wrong in between. */
const opened: (() => Promise<unknown>)[] = [];

try {
  const environment = readEnvironment();
  const log = makeLog(environment.logLevel);
  const starting = start(environment, log);
  let stopping: Promise<void> | undefined;
  // A terminal signals the whole group and the launcher passes it on: the second one must not end us half closed. While
  // we start it is waited for, so that no database server stays behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => (stopping ??= starting.then(closeAll, () => undefined)));
  await starting;
} catch (error) {
  await closeAll();
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function start(environment: Environment, log: Logger): Promise<void> {
  const lock = await lockInstance(environment.dataDirectory);
  opened.push(() => lock.release());
  await refuseTakenPort(environment);
  const databaseUrl = environment.databaseUrl ?? (await openEmbedded(environment.dataDirectory));
  const reportError = (error: Error) => log.error({ err: error }, 'a database connection broke');
  const db = makeDataSource(databaseUrl, reportError);
  opened.push(async () => db.isInitialized && db.destroy());
  await migrate(databaseUrl, db);

  const { publicUrl } = environment;
  const secret = environment.authSecret ?? (await readOrMakeSecret(environment.dataDirectory));
  const mailbox = environment.sample && environment.smtpUrl === undefined ? makeMailbox() : undefined;
  const mailer =
    mailbox ??
    (environment.smtpUrl === undefined
      ? noMailer
      : makeSmtpMailer(environment.smtpUrl, environment.mailFrom));
  opened.push(() => mailer.close());
  const { oidc } = environment;
  const identity = makeIdentity({ db, databaseUrl, secret, publicUrl, mailer, oidc, log });
  opened.push(() => identity.close());
  const sampleAccounts = environment.sample
    ? await openSample(db, identity, environment.dataDirectory, say)
    : undefined;
  const clock = clockOf(environment);
  const sealing = sealRegularly(db, log);
  opened.push(() => sealing.stop());
  const refreshing = refreshRegularly(db, clock, log);
  opened.push(() => refreshing.stop());
  const releasing = releaseRegularly(db, clock, log);
  opened.push(() => releasing.stop());
  const forgetting = forgetAnswers(db, log);
  opened.push(() => forgetting.stop());
  const retaining = retainRegularly(db, clock, log);
  opened.push(() => retaining.stop());
  const server = await makeServer({
    db,
    identity,
    clock,
    log,
    sampleAccounts,
    trustedProxies: environment.trustedProxies,
    publicUrl,
    secret,
    persistedOnly: environment.persistedOnly,
    mailbox,
    singleSignOn: oidc?.name,
    limited: environment.rateLimits,
    // The sample programme's accounts are tried with a password alone; they may set a second factor up.
    secondFactor: !environment.sample,
  });
  await listen(server, environment);
  // Requests in flight are finished; connections without one are closed at once.
  opened.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const origin = `http://${environment.host === '127.0.0.1' ? 'localhost' : environment.host}:${port}`;
  say(
    `Tandem is ready: ${origin}/\n  Programme  ${origin}/admin/\n  Partners   ${origin}/partner/\n  Impact     ${origin}/impact\n  GraphQL    ${origin}/graphql\n  Health     ${origin}/health/ready\n  Ctrl-C ends it.`,
  );
  if (sampleAccounts !== undefined) announce(sampleAccounts, environment.dataDirectory);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function announce(accounts: readonly SampleAccount[], dataDirectory: string): void {
  say(
    `\nSample programme: today is ${SAMPLE_DAY}. Its accounts (also in ${join(dataDirectory, 'sample-accounts.json')}):`,
  );
  for (const { role, email, password, apiKey } of accounts)
    say(
      `  ${role.padEnd(22)} ${email.padEnd(30)} ${password}${apiKey === null ? '' : `\n${' '.repeat(25)}x-api-key: ${apiKey}`}`,
    );
}

/** Before any work is done, so that a start that cannot succeed changes nothing. */
async function refuseTakenPort(environment: Environment): Promise<void> {
  const probe = createServer();
  await listen(probe, environment);
  await new Promise((resolve) => probe.close(resolve));
}

function listen(server: Server, { port, host }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new StartupError(`Port ${port} is taken: end what uses it, or choose another with PORT.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

async function openEmbedded(dataDirectory: string): Promise<string> {
  const postgres = await startEmbeddedPostgres({ directory: dataDirectory, durable: true });
  opened.push(() => postgres.stop());
  return postgres.url;
}

async function readOrMakeSecret(dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'auth-secret');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).toReversed()) await close();
}
