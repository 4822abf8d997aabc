import { auditServer, type AuditFail } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { openTestkit, type Testkit } from '../test/testkit.ts';

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
  const results = await auditServer({ url: `${served.origin}/graphql` });
  expect(results.length).toBeGreaterThan(50);
  const failed = results.filter((result): result is AuditFail => result.status !== 'ok');
  const of = (status: AuditFail['status']) =>
    failed
      .filter((result) => result.status === status)
      .map(({ id, name, reason }) => `${id} ${name}: ${reason}`);
  expect(of('error')).toEqual([]);
  expect(of('warn').length).toBeLessThanOrEqual(3);
});
