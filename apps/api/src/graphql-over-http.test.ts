import { auditServer, type AuditFail } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { makeAccount } from './identity/accounts.ts';
import { openTestkit, type Testkit } from '../test/testkit.ts';

const ACCOUNT = {
  name: 'Ada',
  email: 'ada@example.org',
  password: 'correct horse battery',
  role: 'ADMINISTRATOR',
  partnerId: null,
} as const;

let kit: Testkit;
let served: Served;
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  served = await serve(kit);
});
afterAll(async () => {
  await served.close();
  await kit.close();
});

test('keeps to the specification of GraphQL over HTTP: no error, and no more than three warnings', async () => {
  // Some of its questions introspect, which is for who is signed in.
  const { role } = ACCOUNT;
  const userId = await makeAccount(served.identity, kit.db, ACCOUNT);
  const { key } = await served.identity.auth.api.createApiKey({ body: { userId, name: role } });
  const results = await auditServer({
    url: `${served.origin}/graphql`,
    fetchFn: (url: string, { headers, ...request }: RequestInit = {}) =>
      fetch(url, { ...request, headers: { ...(headers as Record<string, string>), 'x-api-key': key } }),
  });
  expect(results.length).toBeGreaterThan(50);
  const failed = results.filter((result): result is AuditFail => result.status !== 'ok');
  const of = (status: AuditFail['status']) =>
    failed
      .filter((result) => result.status === status)
      .map(({ id, name, reason }) => `${id} ${name}: ${reason}`);
  process.stdout.write(
    `GraphQL over HTTP: ${results.length} checks, ${of('error').length} errors, ${of('warn').length} warnings.\n`,
  );
  expect(of('error')).toEqual([]);
  expect(of('warn').length).toBeLessThanOrEqual(3);
});
