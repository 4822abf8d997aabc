import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../test/programme.ts';
import { serve, type Served } from '../../test/serve.ts';
import { openTestkit, viewerWith, type Testkit } from '../../test/testkit.ts';
import { newId } from '../database/new-id.ts';
import type { Viewer } from '../graphql/context.ts';
import { makeAccount } from '../identity/accounts.ts';
import { makeIdempotency, type Claim } from './idempotency.ts';

let kit: Testkit;
let instances: readonly Served[];
let duoId: string;
let ada: string;
let adaKey: string;
let eveKey: string;
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  instances = await Promise.all([serve(kit), serve(kit)]);
  const branchId = await makeBranch(kit.db);
  ({ id: duoId } = await makeDuo(kit.db, branchId, await makeCoordinator(kit.db, branchId), {
    startedOn: '2017-01-10',
  }));
  ({ userId: ada, key: adaKey } = await makeKey('ada@example.org'));
  ({ key: eveKey } = await makeKey('eve@example.org'));
});
beforeEach(() => kit.db.query('delete from meeting'));
afterAll(async () => {
  for (const served of instances) await served.close();
  await kit.close();
});

async function makeKey(email: string): Promise<{ userId: string; key: string }> {
  const { identity } = instances[0] as Served;
  const account = { name: 'Ada', email, password: 'correct horse battery', role: 'ADMINISTRATOR' } as const;
  const userId = await makeAccount(identity, kit.db, { ...account, partnerId: null });
  const { key } = await identity.auth.api.createApiKey({ body: { userId, name: 'test' } });
  return { userId, key };
}

const LOG = `mutation ($duoId: ID!, $input: MeetingInput!) { logMeeting(duoId: $duoId, input: $input) {
  ... on Meeting { id version note } ... on Refusal { code field } } }`;

interface Sent {
  readonly instance?: number;
  readonly apiKey?: string;
  /** Instead of a key. */
  readonly cookie?: string;
  readonly query?: string;
  readonly variables?: object;
}
async function send(
  key: string,
  { instance = 0, apiKey = adaKey, cookie, query = LOG, variables = meeting() }: Sent,
) {
  const response = await fetch(`${instances[instance]?.origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(cookie === undefined ? { 'x-api-key': apiKey } : { cookie }),
      'idempotency-key': key,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as any;
  const { headers, status } = response;
  return {
    status,
    body,
    code: body.errors?.[0]?.extensions.code as string | undefined,
    replayed: headers.get('idempotent-replayed'),
    retryAfter: headers.get('retry-after'),
  };
}
const meeting = (note = 'Prepared the interview', heldOn = '2017-05-02') => ({
  duoId,
  input: { heldOn, minutes: 60, mode: 'REMOTE', note },
});
const count = async (table: string): Promise<number> =>
  (await kit.db.query(`select count(*)::int as count from ${table}`))[0].count;
const letLeasesEnd = () => kit.db.query('update idempotent_request set lease_ends_at = now()');

describe('a repeat of a mutation', () => {
  test('gets the first answer again and has no effect, on whichever instance', async () => {
    const first = await send('repeat', {});
    expect(first).toMatchObject({ status: 200, replayed: null });
    const again = await send('repeat', { instance: 1 });
    expect(again).toMatchObject({ status: 200, replayed: 'true', body: first.body });
    // The quoted form of the draft standard is the same key.
    expect((await send('"repeat"', {})).body).toEqual(first.body);
    expect(await count('meeting')).toBe(1);
  });

  test('that asks for something else is a 422', async () => {
    await send('other body', {}).then(({ status }) => expect(status).toBe(400));
    await send('other-body', {});
    const other = await send('other-body', { variables: meeting('Another') });
    expect([other.status, other.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const operation = await send('other-body', { query: LOG.replace(' version', '') });
    expect([operation.status, operation.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await count('meeting')).toBe(1);
  });

  test('while the first is at work is a 409 that says when to come back', async () => {
    // Holds the first one up between its claim and its answer.
    const blocker = kit.db.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('select from duo where id = $1 for update', [duoId]);
    const first = send('in-flight', {});
    await expect.poll(() => count('idempotent_request where not effect and answer is null')).toBe(1);
    const second = await send('in-flight', { instance: 1 });
    expect(second).toMatchObject({ status: 409, code: 'IDEMPOTENCY_IN_FLIGHT', retryAfter: '1' });
    await blocker.rollbackTransaction();
    await blocker.release();
    const { body } = await first;
    expect((await send('in-flight', { instance: 1 })).body).toEqual(body);
    expect(await count('meeting')).toBe(1);
  });

  test('is one of fifty at the same time, and there is one meeting', { timeout: 30_000 }, async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => send('fifty', { instance: index % 2 })),
    );
    const first = answers.find(({ status, replayed }) => status === 200 && replayed === null);
    const others = answers.filter(({ body }) => body.data?.logMeeting.id !== first?.body.data.logMeeting.id);
    for (const other of others)
      expect(other).toMatchObject({ status: 409, code: 'IDEMPOTENCY_IN_FLIGHT', retryAfter: '1' });
    expect(await count('meeting')).toBe(1);
    const later = await Promise.all(
      Array.from({ length: 50 }, (_, index) => send('fifty', { instance: index % 2 })),
    );
    for (const answer of later)
      expect(answer).toMatchObject({ status: 200, replayed: 'true', body: first?.body });
  });

  test('of another account is its own request', async () => {
    const [one, other] = [await send('shared', {}), await send('shared', { apiKey: eveKey })];
    expect(other.replayed).toBeNull();
    expect(other.body.data.logMeeting.id).not.toBe(one.body.data.logMeeting.id);
    expect(await count('meeting')).toBe(2);
  });

  test('of a refusal is the refusal, even if it would be done now', async () => {
    const early = meeting('Before', '2017-01-09');
    expect((await send('refused', { variables: early })).body.data.logMeeting.code).toBe(
      'MEETING_BEFORE_START',
    );
    await kit.db.query(`update duo set started_on = '2017-01-01' where id = $1`, [duoId]);
    expect(await send('refused', { variables: early })).toMatchObject({
      replayed: 'true',
      body: { data: { logMeeting: { code: 'MEETING_BEFORE_START' } } },
    });
    await kit.db.query(`update duo set started_on = '2017-01-10' where id = $1`, [duoId]);
  });

  test('of an error on our side is done anew', async () => {
    await kit.db.query('alter table meeting rename to meeting_away');
    const failed = await send('failed', {});
    await kit.db.query('alter table meeting_away rename to meeting');
    expect(failed.code).toBe('INTERNAL_SERVER_ERROR');
    expect(await send('failed', {})).toMatchObject({ status: 200, replayed: null });
    expect(await count('meeting')).toBe(1);
  });

  test('shows the same API key again, which is nowhere to be read', async () => {
    const { headers } = await (instances[0] as Served).identity.auth.api.signInEmail({
      body: { email: 'ada@example.org', password: 'correct horse battery' },
      returnHeaders: true,
    });
    const cookie = String(headers.get('set-cookie')).split(';')[0] ?? '';
    const query = `mutation { createApiKey(input: {name: "Canary", days: 30, scopes: [SEE_FIGURES]}) { ... on NewApiKey { key } } }`;
    const first = await send('new-key', { query, cookie });
    const { key } = first.body.data.createApiKey;
    expect(key).toMatch(/^tandem_/);
    expect((await send('new-key', { query, cookie })).body).toEqual(first.body);
    expect(await count(`identity."apikey" where "name" = 'Canary'`)).toBe(1);
    await send('a-note', { variables: meeting('Canary of the note') });
    const [{ dump }] = await kit.db.query(
      `select string_agg(kept::text || coalesce(encode(answer, 'escape'), ''), ' ') as dump from idempotent_request kept`,
    );
    for (const canary of [key, 'Canary', 'new-key', 'a-note']) {
      expect(dump).not.toContain(canary);
      expect(dump).not.toContain(Buffer.from(canary).toString('hex'));
    }
  });

  test('with a key that may less of the same account gets no answer, and no second effect', async () => {
    await send('narrow', {});
    const { identity } = instances[0] as Served;
    const { key } = await identity.auth.api.createApiKey({
      body: { userId: ada, name: 'narrow', permissions: { tandem: ['RUN_DUOS'] } },
    });
    expect((await send('narrow', { apiKey: key })).code).toBe('IDEMPOTENCY_ANSWER_LOST');
    expect(await count('meeting')).toBe(1);
  });

  test('after a day is a new request', async () => {
    await send('a-day', {});
    await kit.db.query('update idempotent_request set expires_at = now()');
    expect((await send('a-day', {})).replayed).toBeNull();
    expect(await count('meeting')).toBe(2);
  });
});

describe('a key', () => {
  test.each(['', 'x'.repeat(256), 'two words', '"unfinished', '"a", "b"'])(
    'is refused as %j',
    async (key) => {
      expect(await send(key, {})).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_INVALID' });
      expect(await count('meeting')).toBe(0);
    },
  );

  test('says nothing where nothing is changed or nobody is known', async () => {
    const before = await count('idempotent_request');
    const read = '{ viewer { email } }';
    for (const _ of [1, 2])
      expect((await send('read', { query: read })).body.data.viewer.email).toBe('ada@example.org');
    expect((await send('nobody', { apiKey: 'none' })).status).toBe(401);
    const several = await send('several', { query: 'mutation A { __typename } mutation B { __typename }' });
    expect(several.status).toBe(400);
    expect(await count('idempotent_request')).toBe(before);
  });
});

describe('a process that dies', () => {
  test('between the effect and its answer has done it for good', async () => {
    await kit.db.query(`
      create function die() returns trigger language plpgsql as $$ begin raise 'died'; end $$;
      create trigger dies before update on idempotent_request for each row when (new.answer is not null) execute function die();`);
    const first = await send('lost', {});
    await kit.db.query('drop trigger dies on idempotent_request; drop function die');
    expect(first.status).toBe(200);
    expect((await send('lost', {})).code).toBe('IDEMPOTENCY_IN_FLIGHT');
    await letLeasesEnd();
    const late = await send('lost', { instance: 1 });
    expect([late.status, late.code]).toEqual([409, 'IDEMPOTENCY_ANSWER_LOST']);
    expect(await count('meeting')).toBe(1);
  });

  test('before any effect leaves the key to the next one, and can do nothing under it any more', async () => {
    const idempotency = makeIdempotency(kit.db, 'x'.repeat(32), pino({ level: 'silent' }));
    const viewer = viewerWith('ADMINISTRATOR', { userId: ada });
    const dead = await idempotency.claim('dead', viewer, 'work');
    expect(await idempotency.claim('dead', viewer, 'work')).toMatchObject({ answer: { status: 409 } });
    await letLeasesEnd();
    expect(await idempotency.claim('dead', viewer, 'work')).toHaveProperty('claim');
    const { claim } = dead as { claim: Claim };
    await expect(kit.db.transaction((tx) => claim.mark(tx))).rejects.toThrow(
      'taken the idempotency key over',
    );
  });

  test('is not taken for dead while its transaction is at work', async () => {
    const idempotency = makeIdempotency(kit.db, 'x'.repeat(32), pino({ level: 'silent' }));
    const viewer = viewerWith('ADMINISTRATOR', { userId: ada });
    const { claim } = (await idempotency.claim('slow', viewer, 'work')) as { claim: Claim };
    await letLeasesEnd();
    await kit.db.transaction(async (tx) => {
      await claim.mark(tx);
      expect(await idempotency.claim('slow', viewer, 'work')).toMatchObject({ answer: { status: 409 } });
    });
    await claim.settle({ status: 200, body: { data: 'done' } });
    expect(await idempotency.claim('slow', viewer, 'work')).toMatchObject({
      answer: { status: 200, body: { data: 'done' } },
    });
  });
});

/** What may happen to a key, one after the other or between the steps of a request. */
const STEP = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('ask', 'leaseEnds', 'write') },
  { weight: 1, arbitrary: fc.constantFrom('askOther', 'rollBack', 'answer', 'fail', 'die') },
);

test(
  'whatever happens in whichever order, there is at most one effect and one answer',
  { timeout: 60_000 },
  async () => {
    const idempotency = makeIdempotency(kit.db, 'x'.repeat(32), pino({ level: 'silent' }));
    const viewer: Viewer = viewerWith('ADMINISTRATOR', { userId: ada });
    await kit.db.query('create table effect (key text)');
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 5, maxLength: 25 }), async (steps) => {
        const key = newId();
        const alive: Claim[] = [];
        const done = new Set<Claim>();
        const answers = new Set<string>();
        const write = (claim: Claim, end: 'commit' | 'rollback') =>
          kit.db
            .transaction(async (tx) => {
              await claim.mark(tx);
              await tx.query('insert into effect values ($1)', [key]);
              if (end === 'rollback') throw new Error('rolled back');
            })
            .catch(() => undefined);
        for (const step of steps) {
          const claim = alive[0];
          if (step === 'ask' || step === 'askOther') {
            const asked = await idempotency.claim(key, viewer, step);
            if ('claim' in asked) alive.push(asked.claim);
            else if (asked.answer.status === 200) answers.add(JSON.stringify(asked.answer.body));
          } else if (step === 'leaseEnds') await letLeasesEnd();
          else if (claim !== undefined && step === 'write' && !done.has(claim)) {
            done.add(claim);
            await write(claim, 'commit');
          } else if (claim !== undefined && step === 'rollBack') await write(claim, 'rollback');
          else if (step === 'answer') {
            await claim?.settle({ status: 200, body: { data: newId() } });
            alive.shift();
          } else if (step === 'fail') {
            await claim?.settle({ status: 500, body: {} });
            alive.shift();
          } else if (step === 'die') alive.shift();
        }
        expect(answers.size).toBeLessThanOrEqual(1);
        expect(await count(`effect where key = '${key}'`)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
    await kit.db.query('drop table effect');
  },
);
