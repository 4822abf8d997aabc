import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { newId } from '../../database/new-id.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const finance = viewerWith('FINANCE');
const YEARS = [2015, 2016, 2017];
let kit: Testkit;
let branchId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  [{ id: branchId }] = await kit.db.query(`select id from branch where name = 'Gand'`);
  // Neither has the grant a duo that bears this, nor does a month of 2014 have any.
  await kit.db.query(
    `insert into cost (booked_on, category, branch_id, amount_cents, grant_id)
     select '2017-06-01'::date, 'IT', $1::uuid, 12345, id from funding_grant where reference = 'BF06'
     union all select '2014-12-31', 'SALARIES', $1, 777, null`,
    [branchId],
  );
}, 60_000);
afterAll(() => kit.close());

const yearOf = (year: number) => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` });
const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const centsOf = ({ cents }: { readonly cents: number }) => cents;

interface SplitDuo {
  readonly id: string;
  readonly startedOn: string;
  readonly directCents: number;
  readonly sharedCents: number;
  readonly indirectCents: number;
  readonly cents: number;
}
interface Split {
  readonly total: { readonly cents: number };
  readonly withoutDuo: { readonly cents: number };
  readonly duoCount: number;
  readonly duos: readonly SplitDuo[];
}
interface DuoCost {
  readonly total: { readonly cents: number };
  readonly direct: { readonly cents: number };
  readonly shared: { readonly cents: number };
  readonly indirect: { readonly cents: number };
  readonly parts: readonly {
    readonly from: string;
    readonly to: string;
    readonly branchId: string;
    readonly branchName: string;
    readonly grantId: string | null;
    readonly cents: number;
    readonly directCents: number;
    readonly sharedCents: number;
    readonly indirectCents: number;
    readonly groupCents: number;
    readonly weight: number;
  }[];
}
interface Grant {
  readonly id: string;
  readonly funder: { readonly id: string };
  readonly cost: { readonly from: string; readonly to: string; readonly cost: { readonly cents: number } };
}
const SPLIT = `query ($period: PeriodInput!, $branchId: ID, $grantId: ID, $noGrant: Boolean! = false, $ruleVersion: Int) {
  allocatedDuos(period: $period, branchId: $branchId, grantId: $grantId, noGrant: $noGrant, ruleVersion: $ruleVersion) {
    total { cents } withoutDuo { cents } duoCount duos { id reference startedOn directCents sharedCents indirectCents cents } } }`;
const split = async (variables: Record<string, unknown>): Promise<Split> =>
  (await ask(kit, finance, SPLIT, variables)).allocatedDuos;
const ledgerOf = async (year: number, condition = 'true'): Promise<number> =>
  (
    await kit.db.query(
      `select coalesce(sum(amount_cents), 0)::bigint as cents from cost where extract(year from booked_on) = $1 and ${condition}`,
      [year],
    )
  )[0].cents;
const DUO_COST = `query ($duoId: ID!) { duoCost(duoId: $duoId) { ruleVersion total { cents } direct { cents } shared { cents } indirect { cents }
  parts { from to branchId branchName grantId grantReference directCents sharedCents indirectCents cents groupCents weight } } }`;

describe('what single duos cost', () => {
  test('adds up to the ledger of each year, by nature, whatever the rule', async () => {
    await ask(
      kit,
      finance,
      `mutation { saveAllocationRule(version: 2, input: { basis: STARTED_DUOS, span: PERIOD, spread: [DIRECT], reason: "x" }) { __typename } }`,
    );
    for (const ruleVersion of [1, 2, 3])
      for (const year of YEARS) {
        const { total, withoutDuo, duos, duoCount } = await split({ period: yearOf(year), ruleVersion });
        expect(total.cents).toBe(await ledgerOf(year));
        expect(sum(duos, ({ cents }) => cents) + withoutDuo.cents).toBe(total.cents);
        const of = (nature: string) => ledgerOf(year, `nature = '${nature}'`);
        expect(sum(duos, ({ directCents }) => directCents)).toBe(await of('DIRECT'));
        expect(sum(duos, ({ sharedCents }) => sharedCents)).toBe(await of('SHARED'));
        // What no duo bears is of IT, which is indirect.
        expect(sum(duos, ({ indirectCents }) => indirectCents)).toBe(
          (await of('INDIRECT')) - withoutDuo.cents,
        );
        expect(withoutDuo.cents).toBe(year === 2017 ? 12345 : 0);
        expect(duos).toHaveLength(duoCount);
      }
    const before = await split({ period: yearOf(2014) });
    expect(before).toEqual({ total: { cents: 777 }, withoutDuo: { cents: 777 }, duoCount: 0, duos: [] });
  });

  test('is of one duo what the years say, with the way to the group and its lines', async () => {
    const bySplit = new Map<string, SplitDuo>();
    for (const year of YEARS)
      for (const duo of (await split({ period: yearOf(year) })).duos) bySplit.set(`${year} ${duo.id}`, duo);
    const sumOfSplits = sum([...bySplit.values()], centsOf);
    const ledger = sum(await Promise.all(YEARS.map((year) => ledgerOf(year))), (cents) => cents);
    expect(sumOfSplits).toBe(ledger - 12345);
    const some: { id: string; branch_id: string }[] = await kit.db.query(
      'select id, branch_id from duo order by reference limit 40',
    );
    const costs = new Map<string, DuoCost>();
    for (const { id } of some) {
      const cost: DuoCost = (await ask(kit, finance, DUO_COST, { duoId: id })).duoCost;
      costs.set(id, cost);
      expect(cost.total.cents).toBe(cost.direct.cents + cost.shared.cents + cost.indirect.cents);
      expect(sum(cost.parts, centsOf)).toBe(cost.total.cents);
      for (const year of YEARS) {
        const own = cost.parts.filter(({ from }) => from.startsWith(`${year}-`));
        const said = bySplit.get(`${year} ${id}`) ?? { cents: 0, directCents: 0 };
        expect(sum(own, centsOf)).toBe(said.cents);
        expect(sum(own, ({ directCents }) => directCents)).toBe(said.directCents);
      }
      for (const { cents, groupCents, weight } of cost.parts)
        // A cent of each nature at most.
        expect(Math.abs(cents - groupCents * weight)).toBeLessThan(3);
    }
    const [duo] = some;
    const [{ from, to, grantId, groupCents } = expect.fail('a duo without cost')] =
      costs.get(duo?.id ?? '')?.parts ?? [];
    const { allocationTrace } = await ask(
      kit,
      finance,
      `query ($period: PeriodInput!, $branchId: ID, $grantId: ID, $noGrant: Boolean!) {
        allocationTrace(period: $period, branchId: $branchId, grantId: $grantId, noGrant: $noGrant) { total { cents } } }`,
      { period: { from, to }, branchId: duo?.branch_id, grantId, noGrant: grantId === null },
    );
    expect(allocationTrace.total.cents).toBe(groupCents);
  });

  test('is by started duos what an even split of the cost of its branch gives, counted by hand', async () => {
    await ask(
      kit,
      finance,
      `mutation { saveAllocationRule(version: 3, input: { basis: STARTED_DUOS, span: PERIOD, spread: [], reason: "x" }) { __typename } }`,
    );
    const hand: { id: string; cents: number }[] = await kit.db.query(
      `select id, (select sum(amount_cents) from cost where cost.branch_id = duo.branch_id and booked_on >= '2016-01-01' and booked_on < '2017-01-01')::float
         / count(*) over (partition by branch_id) as cents
       from duo where started_on >= '2016-01-01' and started_on < '2017-01-01'`,
    );
    const { duos } = await split({ period: yearOf(2016) });
    expect(duos).toHaveLength(hand.length);
    const expected = new Map(hand.map(({ id, cents }) => [id, cents]));
    const lines = (await kit.db.query(`select count(*)::integer as n from cost`))[0].n;
    for (const { id, cents } of duos)
      // Lines are split among grants by themselves: each by less than a cent, and a group has many duos.
      expect(Math.abs(cents - (expected.get(id) ?? 0))).toBeLessThan(lines / 10);
    expect(duos.every(({ startedOn }) => startedOn.startsWith('2016'))).toBe(true);
  });

  test('is of a grant the sum of its shares of duos, and of a funder that of its grants', async () => {
    const FUNDERS = `query ($period: PeriodInput!) { costByFunder(period: $period) { funderId funderName availableCents startedDuos activeDuoMonths directCents sharedCents indirectCents cents } }`;
    const { grants }: { grants: Grant[] } = await ask(
      kit,
      finance,
      '{ grants { id reference funder { id } cost { from to cost { cents } } } }',
    );
    for (const { id, cost } of grants) {
      const { grantDuos } = await ask(
        kit,
        finance,
        `query ($id: ID!) { grantDuos(grantId: $id, filter: { earmarked: true }, first: 500) { duos { own cost { cents } } } }`,
        { id },
      );
      const { withoutDuo } = await split({ period: { from: cost.from, to: cost.to }, grantId: id });
      expect(
        sum<{ cost: { cents: number } }>(grantDuos.duos, ({ cost: borne }) => borne.cents) + withoutDuo.cents,
      ).toBe(cost.cost.cents);
    }
    const period = yearOf(2017);
    const { costByFunder: funders } = await ask(kit, finance, FUNDERS, { period });
    expect(sum<{ cents: number }>(funders, centsOf)).toBe(await ledgerOf(2017));
    for (const funder of funders) {
      expect(funder.directCents + funder.sharedCents + funder.indirectCents).toBe(funder.cents);
      const own =
        funder.funderId === null
          ? [await split({ period, noGrant: true })]
          : await Promise.all(
              grants
                .filter((grant) => grant.funder.id === funder.funderId)
                .map(({ id }) => split({ period, grantId: id })),
            );
      expect(sum(own, ({ duos, withoutDuo }) => sum(duos, centsOf) + withoutDuo.cents)).toBe(funder.cents);
    }
    const [{ n }] = await kit.db.query(
      `select count(*)::integer as n from duo where started_on >= '2017-01-01' and started_on < '2018-01-01'`,
    );
    expect(sum<{ startedDuos: number }>(funders, ({ startedDuos }) => startedDuos)).toBeCloseTo(n, 6);
    expect(
      await ask(
        kit,
        finance,
        '{ costByFunder(period: { from: "2017-01-01", to: "2018-01-01" }, ruleVersion: 99) { cents } }',
      ),
    ).toEqual({ costByFunder: null });
  });

  test('stands beside what its funder gave for the whole period, also before that is over or has begun', async () => {
    const funderId = newId();
    await kit.db.query(
      `insert into partner (id, name, kind) values ($1, 'Fonds de mi-année', 'FOUNDATION')`,
      [funderId],
    );
    await kit.db.query(
      `insert into funding_grant (reference, partner_id, kind, starts_on, ends_before, amount_cents)
       values ('M1', $1, 'FINANCIAL_SPONSORSHIP', '2017-01-01', '2018-01-01', 12000000),
         ('M2', $1, 'FINANCIAL_SPONSORSHIP', '2017-07-01', '2018-07-01', 3650000)`,
      [funderId],
    );
    const available = async (today: string, period: object) => {
      const { costByFunder, fundFlows } = await ask(
        { ...kit, today },
        finance,
        `query ($period: PeriodInput!) { costByFunder(period: $period) { funderId availableCents }
          fundFlows(period: $period) { flows { from { stage key } cents } } }`,
        { period },
      );
      const given: { from: { stage: string; key: string }; cents: number }[] = fundFlows.flows;
      const own = given.filter(({ from }) => from.stage === 'FUNDER' && from.key === funderId);
      const had: { funderId: string | null; availableCents: number }[] = costByFunder;
      return [had.find((row) => row.funderId === funderId)?.availableCents, sum(own, centsOf)];
    };
    for (const today of ['2017-01-01', '2017-06-30', '2017-12-31']) {
      expect(await available(today, yearOf(2017))).toEqual([120_000_00 + 184_00_00, 120_000_00 + 184_00_00]);
      expect(await available(today, yearOf(2018))).toEqual([181_00_00, 181_00_00]);
    }
    await kit.db.query('delete from funding_grant where partner_id = $1', [funderId]);
  });

  test('is told to who sees money alone', async () => {
    const [{ id }] = await kit.db.query('select id from duo order by reference limit 1');
    await expect(ask(kit, viewerWith('COORDINATOR'), DUO_COST, { duoId: id })).rejects.toThrow(
      'needs SEE_MONEY',
    );
    await expect(ask(kit, viewerWith('ANALYST'), SPLIT, { period: yearOf(2017) })).rejects.toThrow(
      'needs MANAGE_MONEY',
    );
    expect(
      (await ask(kit, viewerWith('ANALYST'), DUO_COST, { duoId: id })).duoCost.total.cents,
    ).toBeGreaterThan(0);
    expect((await ask(kit, finance, DUO_COST, { duoId: newId() })).duoCost).toBeNull();
  });
});
