import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../database/new-id.ts';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;
const [own, other] = [newId(), newId()];

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const branchId = await makeBranch(kit.db);
  const coordinatorId = await makeCoordinator(kit.db, branchId);
  const duos = await Promise.all(
    ['2016-02-01', '2017-02-01'].map((startedOn) => makeDuo(kit.db, branchId, coordinatorId, { startedOn })),
  );
  for (const id of [own, other])
    await kit.db.query(`insert into partner (id, name, kind) values ($1, $2, 'FOUNDATION')`, [id, id]);
  for (const [partnerId, reference, year, status] of [
    [own, 'C', 2015, 'AWARDED'],
    [own, 'B', 2017, 'AWARDED'],
    [own, 'A', 2017, 'DECLINED'],
    [other, 'D', 2016, 'SETTLED'],
  ] as const) {
    const id = newId();
    await kit.db.query(
      `insert into funding_grant (id, partner_id, reference, kind, status, starts_on, ends_before, amount_cents)
       values ($1, $2, $3, 'PUBLIC_SUBSIDY', $4, make_date($5, 1, 1), make_date($5 + 2, 1, 1), 100 * $5)`,
      [id, partnerId, reference, status, year],
    );
    // One instalment of each came in and one did not; what came in of a grant that was declined counts as little as the grant.
    if (partnerId === own)
      await kit.db.query(
        `insert into grant_instalment (grant_id, position, due_on, amount_cents, received_on) values ($1, 1, '2016-01-01', 1000, '2016-01-05'), ($1, 2, '2017-01-01', 2000, null)`,
        [id],
      );
    if (status === 'AWARDED')
      for (const duo of duos)
        await kit.db.query('insert into earmark (duo_id, grant_id, share) values ($1, $2, 0.5)', [
          duo.id,
          id,
        ]);
  }
});
afterAll(() => kit.close());

const QUERY =
  'query ($latest: Int) { grants(latest: $latest) { reference } grantTotals { count duoCount amount { cents } received { cents } } }';
const read = async (viewer: ReturnType<typeof viewerWith>, latest?: number) => {
  const { grants, grantTotals } = await ask(kit, viewer, QUERY, { latest });
  return { grants: grants.map(({ reference }: { reference: string }) => reference), ...grantTotals };
};

test('the latest grants are those that begin last, and all are told together however many are asked for', async () => {
  const finance = viewerWith('FINANCE');
  const totals = {
    count: 4,
    duoCount: 4,
    amount: { cents: 201_500 + 201_700 + 201_600 },
    received: { cents: 2_000 },
  };
  expect(await read(finance)).toEqual({ grants: ['A', 'B', 'C', 'D'], ...totals });
  expect(await read(finance, 3)).toEqual({ grants: ['A', 'B', 'D'], ...totals });
  expect((await askRaw(kit, finance, QUERY, { latest: 0 })).errors?.[0]?.message).toContain(
    'At least 1 grant',
  );
});

test('a partner is told its own, and only those that count are worth something', async () => {
  expect(await read(viewerWith('PARTNER_MEMBER', { partnerId: own }), 2)).toEqual({
    grants: ['A', 'B'],
    count: 3,
    duoCount: 4,
    amount: { cents: 201_500 + 201_700 },
    received: { cents: 2_000 },
  });
  expect(await read(viewerWith('PARTNER_MEMBER', { partnerId: other }))).toEqual({
    grants: ['D'],
    count: 1,
    duoCount: 0,
    amount: { cents: 201_600 },
    received: { cents: 0 },
  });
});
