import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { makeIdentity, type Identity } from '../src/identity/auth.ts';
import { makeServer } from '../src/server.ts';
import type { Testkit } from './testkit.ts';

/** The whole server on a port of its own, as its users have it. */
export interface Served {
  readonly origin: string;
  readonly identity: Identity;
  readonly close: () => Promise<void>;
}

export async function serve(kit: Testkit): Promise<Served> {
  const log = pino({ level: 'silent' });
  const identity = makeIdentity({
    databaseUrl: kit.url,
    secret: 'x'.repeat(32),
    publicUrl: 'http://127.0.0.1',
    log,
  });
  const clock = { today: () => kit.today, now: () => new Date() };
  const server = await makeServer({ db: kit.db, identity, clock, log, sampleAccounts: undefined });
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
