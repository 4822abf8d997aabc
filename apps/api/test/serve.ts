import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { DatabaseLimits } from '../src/database/data-source.ts';
import { makeIdentity, type Identity, type OidcOptions } from '../src/identity/auth.ts';
import { noMailer } from '../src/mail/mailer.ts';
import { makeServer, type ServerOptions } from '../src/server.ts';
import type { Testkit } from './testkit.ts';

/** The whole server on a port of its own, as its users have it. */
export interface Served {
  readonly origin: string;
  readonly identity: Identity;
  readonly close: () => Promise<void>;
}

export async function serve(
  kit: Testkit,
  options: Partial<
    Pick<
      ServerOptions,
      'db' | 'persistedOnly' | 'log' | 'publicUrl' | 'mailbox' | 'limited' | 'secondFactor' | 'trustedProxies'
    >
  > & { oidc?: OidcOptions; limits?: Partial<DatabaseLimits> } = {},
): Promise<Served> {
  const { log = pino({ level: 'silent' }), publicUrl = 'http://127.0.0.1', db = kit.db } = options;
  const secret = 'x'.repeat(32);
  const identity = makeIdentity({
    db: kit.db,
    mailer: options.mailbox ?? noMailer,
    oidc: options.oidc,
    limits: options.limits,
    databaseUrl: kit.url,
    secret,
    publicUrl,
    log,
  });
  const clock = { today: () => kit.today, now: () => new Date() };
  const server = await makeServer({
    limited: false,
    singleSignOn: options.oidc?.name,
    secondFactor: false,
    ...options,
    db,
    identity,
    clock,
    log,
    publicUrl,
    secret,
    sampleAccounts: undefined,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    identity,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await identity.close();
    },
  };
}
