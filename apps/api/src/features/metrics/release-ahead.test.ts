import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, contextOf, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';
import { finish } from '../../graphql/open-context.ts';
import { releaseAhead } from './release-ahead.ts';
import { recordFailure } from './release-failures.ts';
import { MANY_GRANTS } from './release.loader.ts';
import { makeSolver, suppressApart } from './suppress-apart.ts';

const FIGURE = '{ figure(metric: DUOS_STARTED) { ... on Figure { value asOf } } }';
let kit: Testkit;
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
}, 60_000);
afterAll(() => kit.close());

test(
  'a partner of many grants finds the release of the day; those of few, and those without accounts, have none',
  { timeout: 60_000 },
  async () => {
    const [many, few] = await partnersWithGrants();
    for (const partnerId of [many, few]) await addAccount(partnerId);
    expect(await release('2017-12-31')).toBe(0);
    await addGrants(many);

    const asked = (today: string) =>
      askRaw({ ...kit, today }, viewerWith('PARTNER_MEMBER', { partnerId: many ?? '' }), FIGURE);

    expect((await asked('2017-12-31')).errors?.[0]?.extensions['code']).toBe('BEING_PREPARED');
    expect(await released()).toEqual([]);
    expect(await release('2017-12-31')).toBe(1);
    expect(await released()).toEqual([{ partner_id: many, as_of: '2017-12-31' }]);
    expect((await asked('2017-12-31')).data).toMatchObject({ figure: { asOf: '2017-12-31' } });
    // What is there is not made again.
    await release('2017-12-31');
    expect(await released()).toHaveLength(1);
    // Until the next one is there, that of the day before stands.
    expect((await asked('2018-01-01')).data).toMatchObject({ figure: { asOf: '2017-12-31' } });
    expect(await released()).toHaveLength(1);
    await release('2018-01-01');
    expect(await released()).toHaveLength(2);
    expect((await asked('2018-01-01')).data).toMatchObject({ figure: { asOf: '2018-01-01' } });
    expect((await asked('2018-01-08')).data).toMatchObject({ figure: { asOf: '2018-01-01' } });
    expect((await asked('2018-01-09')).errors?.[0]?.extensions['code']).toBe('BEING_PREPARED');
    // Other limits: what was told before is no longer what may be shown.
    await kit.db.query(
      `insert into disclosure_threshold (name, value, reason, set_by) values ('SMALLEST_COUNT', 9, 'Fewer may be told.', 'Admin')`,
    );
    expect((await asked('2018-01-01')).errors?.[0]?.extensions?.['code']).toBe('BEING_PREPARED');
    await kit.db.query('delete from disclosure_threshold');
  },
);

test('a release that fails is told of, to staff with why, and to its partner once it is shown none', async () => {
  const failures: unknown[] = [];
  const ended = makeSolver();
  await ended.end();
  const ahead = { db: kit.db, failed: (error: unknown) => failures.push(error) };
  const [partnerId] = await partnersWithGrants();
  const told = async (today: string) => {
    const query = '{ releaseFailures { partner { id } since lastAt attempts reason shownAsOf } }';
    const { releaseFailures } = await ask({ ...kit, today }, viewerWith('FINANCE'), query);
    // Who meets no release to a partner is told the same.
    const bound = viewerWith('COORDINATOR', { branchIds: [] });
    expect(await ask({ ...kit, today }, bound, query)).toEqual({ releaseFailures });
    return releaseFailures;
  };
  const seen = async (today: string) => {
    const viewer = viewerWith('PARTNER_MEMBER', { partnerId: partnerId ?? '' });
    const { data, errors } = await askRaw({ ...kit, today }, viewer, FIGURE);
    return errors?.[0]?.extensions['code'] ?? data?.['figure'];
  };

  expect(await told('2018-01-02')).toEqual([]);
  expect(await releaseAhead({ ...ahead, today: '2018-01-02', solve: ended.solve })).toBe(0);
  expect(String(failures)).toContain('solving has ended');
  expect(await released()).toHaveLength(2);
  const [first] = await told('2018-01-02');
  expect(first).toMatchObject({
    partner: { id: partnerId },
    attempts: 1,
    reason: expect.stringContaining('solving has ended'),
    shownAsOf: '2018-01-01',
  });
  // While the one before may be shown, it is.
  expect(await seen('2018-01-02')).toMatchObject({ asOf: '2018-01-01' });
  expect(await told('2018-01-09')).toMatchObject([{ attempts: 1, shownAsOf: null }]);

  await releaseAhead({ ...ahead, today: '2018-01-09', solve: ended.solve });
  const [again] = await told('2018-01-09');
  expect(again).toMatchObject({ since: first.since, attempts: 2, shownAsOf: null });
  expect(Date.parse(again.lastAt)).toBeGreaterThan(Date.parse(first.lastAt));
  expect(await seen('2018-01-09')).toBe('CANNOT_BE_PREPARED');

  expect(await release('2018-01-09')).toBe(1);
  expect(await told('2018-01-09')).toEqual([]);
  expect(await seen('2018-01-09')).toMatchObject({ asOf: '2018-01-09' });
});

test('the day of what a partner is shown meanwhile is read where it is asked for, once for all of them', async () => {
  const partnerIds = await partnersWithGrants();
  const costOf = async (query: string) => {
    const before = kit.statements();
    expect((await ask(kit, viewerWith('FINANCE'), query)).releaseFailures).toHaveLength(failing);
    return kit.statements() - before;
  };
  let failing = 0;
  const costs = { all: [] as number[], shown: [] as number[] };
  for (const partnerId of partnerIds.slice(0, 2)) {
    await recordFailure(kit.db, partnerId, new Error('it fails'));
    failing += 1;
    costs.all.push(await costOf('{ releaseFailures { partner { id } } }'));
    costs.shown.push(await costOf('{ releaseFailures { partner { id } shownAsOf } }'));
  }
  const [all = 0, shown = 0] = [costs.all[0], costs.shown[0]];
  expect(costs).toEqual({ all: [all, all], shown: [shown, shown] });
  expect(shown).toBeGreaterThan(all);
  await kit.db.query('delete from release_failure');
});

test('a failure that cannot be written down keeps nobody from theirs', async () => {
  const [last] = await partnersWithGrants();
  const first = '00000000-0000-7000-8000-000000000000';
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Removed', 'FOUNDATION')`, [first]);
  await addAccount(first);
  await addGrants(first);
  const failures: string[] = [];
  const solve: typeof suppressApart = async (...asked) => {
    const removed: unknown[] = await kit.db.query('select from partner where id = $1', [first]);
    if (removed.length === 0) return suppressApart(...asked);
    await kit.db.query('delete from membership where partner_id = $1', [first]);
    await kit.db.query('delete from funding_grant where partner_id = $1', [first]);
    await kit.db.query('delete from partner where id = $1', [first]);
    throw new Error('solving broke');
  };
  const failed = (error: unknown) => failures.push(String(error));
  await releaseAhead({ db: kit.db, today: '2018-01-10', solve, failed });
  expect(failures).toEqual([
    expect.stringContaining('solving broke'),
    expect.stringContaining('release_failure_partner_id_fkey'),
  ]);
  expect(await released()).toContainEqual({ partner_id: last, as_of: '2018-01-10' });
});

test('why it fails is not for partners, nor is that of another one', async () => {
  await kit.db.query(
    `insert into release_failure (partner_id, reason) select id, 'a secret' from unnest($1::uuid[]) as id`,
    [await partnersWithGrants()],
  );
  const [partnerId] = await partnersWithGrants();
  const viewer = viewerWith('PARTNER_MEMBER', { partnerId: partnerId ?? '' });
  const { errors } = await askRaw(kit, viewer, '{ releaseFailures { reason } }');
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const context = contextOf(kit, viewer);
  expect(await context.db.query('select partner_id from release_failure')).toEqual([
    { partner_id: partnerId },
  ]);
  await expect(context.db.query('select reason from release_failure')).rejects.toThrow('permission denied');
  await finish(context);
  // Of who has no account, or few grants by now, nothing fails.
  await release('2018-01-09');
  expect(await kit.db.query('select from release_failure')).toEqual([]);
});

test('what is stopped makes none', async () => {
  const signal = AbortSignal.abort();
  const ahead = { db: kit.db, today: '2018-01-03', solve: suppressApart, failed: fail };
  expect(await releaseAhead({ ...ahead, signal })).toBe(0);
});

function release(today: string): Promise<number> {
  return releaseAhead({ db: kit.db, today, solve: suppressApart, failed: fail });
}

function fail(error: unknown): never {
  throw error;
}

async function partnersWithGrants(): Promise<string[]> {
  const rows: { id: string }[] = await kit.db.query(
    'select distinct partner_id as id from funding_grant join earmark on grant_id = funding_grant.id order by 1',
  );
  return rows.map(({ id }) => id);
}

async function addAccount(partnerId: string | undefined): Promise<void> {
  await kit.db.query(
    `with account as (insert into identity."user" (id, name, email, "emailVerified") values ($1, 'Funder', $1 || '@funds.example', true) returning id)
     insert into membership (user_id, role, partner_id) select id, 'PARTNER_MEMBER', $2 from account`,
    [newId(), partnerId],
  );
}

async function addGrants(partnerId: string | undefined): Promise<void> {
  await kit.db.query(
    `insert into funding_grant (reference, partner_id, kind, starts_on, ends_before, amount_cents, status)
     select gen_random_uuid(), $1, 'PUBLIC_SUBSIDY', '2016-01-01', '2018-01-01', 100, 'AWARDED'
     from generate_series(1, $2::int)`,
    [partnerId, MANY_GRANTS],
  );
}

async function released(): Promise<unknown[]> {
  return kit.db.query('select partner_id, as_of from figure_release order by id');
}
