import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';
import { releaseAhead } from './release-ahead.ts';
import { MANY_GRANTS } from './release.loader.ts';
import { makeSolver, suppressApart } from './suppress-apart.ts';

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
    await kit.db.query(
      `insert into funding_grant (reference, partner_id, kind, starts_on, ends_before, amount_cents, status)
     select 'MANY' || number, $1, 'PUBLIC_SUBSIDY', '2016-01-01', '2018-01-01', 100, 'AWARDED' from generate_series(1, $2::int) as number`,
      [many, MANY_GRANTS],
    );

    const ask = (today: string) =>
      askRaw(
        { ...kit, today },
        viewerWith('PARTNER_MEMBER', { partnerId: many ?? '' }),
        '{ figure(metric: DUOS_STARTED) { ... on Figure { value asOf } } }',
      );

    expect((await ask('2017-12-31')).errors?.[0]?.extensions['code']).toBe('BEING_PREPARED');
    expect(await released()).toEqual([]);
    expect(await release('2017-12-31')).toBe(1);
    expect(await released()).toEqual([{ partner_id: many, as_of: '2017-12-31' }]);
    expect((await ask('2017-12-31')).data).toMatchObject({ figure: { asOf: '2017-12-31' } });
    // What is there is not made again.
    await release('2017-12-31');
    expect(await released()).toHaveLength(1);
    // Until the next one is there, that of the day before stands.
    expect((await ask('2018-01-01')).data).toMatchObject({ figure: { asOf: '2017-12-31' } });
    expect(await released()).toHaveLength(1);
    await release('2018-01-01');
    expect(await released()).toHaveLength(2);
    expect((await ask('2018-01-01')).data).toMatchObject({ figure: { asOf: '2018-01-01' } });
    expect((await ask('2018-01-08')).data).toMatchObject({ figure: { asOf: '2018-01-01' } });
    expect((await ask('2018-01-09')).errors?.[0]?.extensions['code']).toBe('BEING_PREPARED');
    // Other limits: what was told before is no longer what may be shown.
    await kit.db.query(
      `insert into disclosure_threshold (name, value, reason, set_by) values ('SMALLEST_COUNT', 9, 'Fewer may be told.', 'Admin')`,
    );
    expect((await ask('2018-01-01')).errors?.[0]?.extensions?.['code']).toBe('BEING_PREPARED');
    await kit.db.query('delete from disclosure_threshold');
  },
);

test('a release that fails is told of, and the other partners have theirs', async () => {
  const failures: unknown[] = [];
  const ended = makeSolver();
  await ended.end();
  const ahead = { db: kit.db, today: '2018-01-02', failed: (error: unknown) => failures.push(error) };

  expect(await releaseAhead({ ...ahead, solve: ended.solve })).toBe(0);
  expect(String(failures)).toContain('solving has ended');
  expect(await released()).toHaveLength(2);
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

async function released(): Promise<unknown[]> {
  return kit.db.query('select partner_id, as_of from figure_release order by id');
}
