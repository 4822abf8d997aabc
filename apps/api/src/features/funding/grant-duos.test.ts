import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const [finance, analyst] = [viewerWith('FINANCE'), viewerWith('ANALYST')];
let kit: Testkit;
let grantId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  [{ id: grantId }] = await kit.db.query(`select id from funding_grant where reference = 'BF05'`);
}, 60_000);
afterAll(() => kit.close());

describe('the duos of a grant', () => {
  const COUNTS = `query ($grantId: ID!) { grant(id: $grantId) { duoCount duosBegunBefore duosBeyondPeriod duosWithoutCost } }`;

  test('are counted by whether their course lies in its period, and whether it bears anything of them', async () => {
    const { grant } = await ask(kit, analyst, COUNTS, { grantId });
    const [hand] = await kit.db.query(
      `select count(*)::integer as "duoCount", count(*) filter (where started_on < starts_on)::integer as "duosBegunBefore",
         count(*) filter (where started_on < starts_on or coalesce(closed_on, planned_end_on) >= ends_before)::integer as "duosBeyondPeriod",
         -- By months it bears a duo by the days of its own time, and the sample has cost in each.
         count(*) filter (where coalesce(closed_on, date '2017-12-31') <= starts_on)::integer as "duosWithoutCost"
       from earmark join duo on duo.id = duo_id join funding_grant on funding_grant.id = grant_id where grant_id = $1`,
      [grantId],
    );
    expect(grant).toEqual(hand);
    expect(hand).toMatchObject({ duoCount: 42, duosBegunBefore: 25, duosWithoutCost: 18 });
  });

  test('cost the grant what its list says, and those that cost it nothing are as many', async () => {
    const { grant, grantDuos } = await ask(
      kit,
      finance,
      `query ($grantId: ID!) {
        grant(id: $grantId) { duosBegunBefore duosWithoutCost }
        grantDuos(grantId: $grantId, filter: { earmarked: true }) { duos { cost { cents } beginsBefore } } }`,
      { grantId },
    );
    const duos: { cost: { cents: number }; beginsBefore: boolean }[] = grantDuos.duos;
    expect(duos.filter(({ cost }) => cost.cents === 0)).toHaveLength(grant.duosWithoutCost);
    expect(duos.filter(({ beginsBefore }) => beginsBefore)).toHaveLength(grant.duosBegunBefore);
  });

  test('say why they ended to who may see duos alone: a reason may tell of health', async () => {
    const REASONS = `query ($grantId: ID!) { grantDuos(grantId: $grantId, filter: { earmarked: true }) { duos { id closureReason } } }`;
    await expect(ask(kit, finance, REASONS, { grantId })).rejects.toThrow('needs SEE_DUOS');
    const { grantDuos } = await ask(kit, viewerWith('ADMINISTRATOR'), REASONS, { grantId });
    const reasons: { id: string; closureReason: string | null }[] = grantDuos.duos;
    const said = await kit.db.query(
      'select id, closure_reason as "closureReason" from duo join earmark on duo_id = id where grant_id = $1 order by id',
      [grantId],
    );
    expect(reasons.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(said);
  });

  test('of a grant that has not begun, cost it neither something nor nothing', async () => {
    await kit.db.query(
      `update funding_grant set starts_on = '2018-01-01', ends_before = '2019-01-01' where id = $1`,
      [grantId],
    );
    const { grant } = await ask(kit, analyst, COUNTS, { grantId });
    expect(grant).toMatchObject({ duoCount: 42, duosBegunBefore: 42, duosWithoutCost: null });
  });
});
