import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDays } from '@tandem/domain/calendar-day';
import { importSample } from '../../../test/sample.ts';
import { Database } from '../../database/database.ts';
import { newId } from '../../database/new-id.ts';
import { ask, contextOf, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { finish } from '../../graphql/open-context.ts';
import { ruleOfCost } from './grant-cost.loader.ts';

const finance = viewerWith('FINANCE');
const YEAR = { from: '2017-01-01', to: '2018-01-01' };
const ALL = { from: '2015-01-01', to: '2018-01-01' };
interface Flow {
  readonly from: { readonly stage: string; readonly key: string; readonly name: string | null };
  readonly to: { readonly stage: string; readonly key: string };
  readonly cents: number;
}

let kit: Testkit;
let expected: any;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  expected = await importSample(kit.db);
}, 60_000);
afterAll(() => kit.close());

const ALLOCATION = `query ($period: PeriodInput!, $ruleVersion: Int) { allocation(period: $period, ruleVersion: $ruleVersion) {
  rule { version basis span spread branchShares { branchId share } } ledger { cents }
  groups { branchId branchName grantId grantReference startedDuos activeDuoMonths cost { cents } byRule { cents } marginal { cents } } } }`;
const read = async (period = YEAR, ruleVersion?: number) =>
  (await ask(kit, finance, ALLOCATION, { period, ruleVersion })).allocation;
const SAVE = `mutation ($version: Int!, $input: AllocationRuleInput!) { saveAllocationRule(version: $version, input: $input) {
  ... on AllocationRule { version reason madeBy } ... on Refusal { code field } } }`;
const save = async (version: number, input: object) =>
  (await ask(kit, finance, SAVE, { version, input: { reason: 'Decided by the board', ...input } }))
    .saveAllocationRule;
const sum = (rows: readonly any[], of: (row: any) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

describe('the cost of the sample programme', () => {
  test('is allocated to branches and grants to the cent, whatever the rule', async () => {
    const branches = (await kit.db.query('select id from branch order by name')).map(({ id }: any) => id);
    const shares = [0.2, 0.7, 0.1].map((share, index) => ({ branchId: branches[index], share }));
    expect(
      await save(2, { basis: 'STARTED_DUOS', span: 'YEAR', spread: ['SHARED', 'INDIRECT'] }),
    ).toMatchObject({
      version: 3,
    });
    expect(await save(2, { basis: 'STARTED_DUOS', span: 'YEAR', spread: [] })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(
      await save(3, { basis: 'BRANCH_SHARES', span: 'PERIOD', spread: ['INDIRECT'], branchShares: shares }),
    ).toMatchObject({ version: 4 });
    expect(
      await save(4, { basis: 'BRANCH_SHARES', span: 'PERIOD', spread: [], branchShares: shares.slice(0, 2) }),
    ).toEqual({
      code: 'SHARES_NOT_WHOLE',
      field: 'branchShares',
    });
    // In another order it says the same.
    expect(
      await save(4, {
        basis: 'BRANCH_SHARES',
        span: 'PERIOD',
        spread: ['INDIRECT'],
        branchShares: shares.toReversed(),
      }),
    ).toEqual({ code: 'NOTHING_CHANGES', field: null });
    for (const version of [1, 2, 3, 4]) {
      const { groups, ledger } = await read(ALL, version);
      expect(ledger.cents).toBe(Math.round(expected.total_cost_eur * 100));
      expect(sum(groups, ({ cost }) => cost.cents)).toBe(ledger.cents);
      const [{ cents }] = await kit.db.query(
        `select sum(amount_cents)::bigint as cents from cost where nature in ('DIRECT', 'SHARED')`,
      );
      expect(sum(groups, ({ marginal }) => marginal.cents)).toBe(cents);
    }
    const { groups, rule } = await read(ALL);
    expect(rule.version).toBe(4);
    expect(Math.round(sum(groups, ({ startedDuos }) => startedDuos))).toBe(expected.duos_started);
    const byGrant = (reference: string) =>
      sum(
        groups.filter((group: any) => group.grantReference === reference),
        ({ startedDuos }) => startedDuos,
      );
    for (const [reference, duos] of Object.entries(expected.duos_by_grant))
      expect(byGrant(reference)).toBe(duos);
  });

  test('by started duos is what the hand-written shares give, line by line', async () => {
    // Nothing spread: each branch's cost over its own duos started in the year, in thirds of a grant and the rest.
    await save(4, { basis: 'STARTED_DUOS', span: 'PERIOD', spread: [] });
    const { groups } = await read();
    const hand = await kit.db.query(
      `with duos as (
         select duo.branch_id, earmark.grant_id, count(*) as n from duo left join earmark on earmark.duo_id = duo.id
         where started_on >= '2017-01-01' and started_on < '2018-01-01' group by 1, 2),
       spent as (select branch_id, sum(amount_cents) as cents, count(*) as lines from cost where booked_on >= '2017-01-01' and booked_on < '2018-01-01' group by 1)
       select branch_id, grant_id, n, (cents * n / sum(n) over (partition by branch_id))::float as cents, lines from duos join spent using (branch_id)`,
    );
    expect(groups.filter(({ cost }: any) => cost.cents !== 0)).toHaveLength(hand.length);
    for (const row of hand) {
      const group = groups.find(
        ({ branchId, grantId }: any) => branchId === row.branch_id && grantId === row.grant_id,
      );
      expect(group.startedDuos).toBe(row.n);
      // Each line is rounded by itself, by less than a cent.
      expect(Math.abs(group.cost.cents - row.cents)).toBeLessThan(row.lines);
    }
  });

  test('is traced from a grant to the very lines that it comes from', async () => {
    const { groups } = await read();
    const { grantId, grantReference } = groups.find((group: any) => group.grantReference !== null);
    const borne = sum(
      groups.filter((group: any) => group.grantId === grantId),
      ({ cost }) => cost.cents,
    );
    const { allocationTrace: trace } = await ask(
      kit,
      finance,
      `query ($period: PeriodInput!, $grantId: ID!) { allocationTrace(period: $period, grantId: $grantId) { total { cents } lineCount lines { id lineCents cents byRule } } }`,
      { period: YEAR, grantId },
    );
    expect([grantReference, trace.total.cents]).toEqual([grantReference, borne]);
    expect(sum(trace.lines, ({ cents }) => cents)).toBe(borne);
    expect(trace.lines).toHaveLength(trace.lineCount);
    const lines = await kit.db.query('select id, amount_cents as cents from cost where id = any ($1)', [
      trace.lines.map(({ id }: any) => id),
    ]);
    const amounts = new Map(lines.map(({ id, cents }: any) => [id, cents]));
    for (const { id, lineCents, cents } of trace.lines) {
      expect(lineCents).toBe(amounts.get(id));
      expect(Math.abs(cents)).toBeLessThanOrEqual(Math.abs(lineCents));
    }
  });

  test('goes to a grant alone where a line says so', async () => {
    const [{ id: grantId, branch_id: branchId }] = await kit.db.query(
      `select id, branch_id from funding_grant where reference = 'BF06'`,
    );
    const before = await read();
    await kit.db.query(
      `insert into cost (booked_on, category, branch_id, amount_cents, grant_id) values ('2017-06-01', 'IT', $1, 12345, $2)`,
      [branchId, grantId],
    );
    const after = await read();
    const of = (allocation: any) =>
      sum(
        allocation.groups.filter((group: any) => group.grantId === grantId),
        ({ cost }) => cost.cents,
      );
    expect(of(after) - of(before)).toBe(12345);
    expect(after.ledger.cents - before.ledger.cents).toBe(12345);
  });

  test('flows from funders to uses, and both sides add up', async () => {
    const { fundFlows } = await ask(
      kit,
      finance,
      `query ($period: PeriodInput!) { fundFlows(period: $period) { total { cents } flows { from { stage key name } to { stage key } cents } } }`,
      { period: ALL },
    );
    const flows: readonly Flow[] = fundFlows.flows;
    const into = (stage: string, ...except: string[]) =>
      sum(
        flows.filter(({ to }) => to.stage === stage && !except.includes(to.key)),
        ({ cents }) => cents,
      );
    const { 'Mécénat de compétence': inKind, ...funds } = expected.fund_structure_eur;
    expect(inKind).toBeGreaterThan(0);
    // Hours that are given pay no line of the accounts: the cost of their duos comes from other means.
    expect(into('KIND')).toBe(sum(Object.values(funds), (euros) => Math.round(euros * 100)));
    expect(flows.some(({ from }) => from.key === 'SKILLS_SPONSORSHIP')).toBe(false);
    expect(into('USE')).toBe(fundFlows.total.cents);
    expect(into('USE', 'NOT_YET_SPENT', 'UNSPENT')).toBe((await read(ALL)).ledger.cents);
    expect(flows.find(({ from }) => from.stage === 'FUNDER')?.from.name).toEqual(expect.any(String));
  });

  test('is told to a funder for its own grant, and to nobody else', async () => {
    const [{ partner_id: partnerId, id }] = await kit.db.query(
      `select id, partner_id from funding_grant where reference = 'BF01'`,
    );
    const query =
      'query ($id: ID!) { grant(id: $id) { cost { from to ruleVersion rule { basis span spread } cost { cents } } } }';
    const funder = viewerWith('PARTNER_MEMBER', { partnerId });
    const staff = (await ask(kit, finance, query, { id })).grant;
    expect(staff.cost.cost.cents).toBeGreaterThan(0);
    const [inForce] = (await ask(kit, finance, '{ allocationRules { version basis span spread } }'))
      .allocationRules;
    const { ruleVersion: version, rule } = staff.cost;
    expect({ version, ...rule }).toEqual(inForce);
    expect((await ask(kit, funder, query, { id })).grant).toEqual(staff);
    expect(
      (await ask(kit, viewerWith('PARTNER_MEMBER', { partnerId: newId() }), query, { id })).grant,
    ).toBeNull();
  });
});

test('hours given in kind are valued at the rate of their day, once', async () => {
  const [company] = await kit.db.query(
    `select partner_id from funding_grant where kind = 'SKILLS_SPONSORSHIP'`,
  );
  const [{ id: branchId }] = await kit.db.query(`select id from branch where name = 'Bruxelles'`);
  const other = newId();
  const QUERY =
    '{ inKind { value { cents } coveredValue { cents } valuedMinutes coveredMinutes unratedMinutes } }';
  const inKind = async () => (await ask(kit, finance, QUERY)).inKind;
  const before = await inKind();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Ateliers du Nord', 'COMPANY')`, [
    other,
  ]);
  for (const partnerId of [company.partner_id, other]) {
    const [person, volunteer] = [newId(), newId()];
    await kit.db.query(`insert into person (id, given_name, family_name) values ($1, 'Jan', 'Claes')`, [
      person,
    ]);
    await kit.db.query(
      `insert into volunteer (id, person_id, partner_id, branch_id, engagement, status, registered_on) values ($1, $2, $3, $4, 'MISSION', 'ACTIVE', '2015-01-01')`,
      [volunteer, person, partnerId, branchId],
    );
    await kit.db.query(
      `insert into time_entry (volunteer_id, worked_on, minutes, activity, status) values ($1, '2015-08-01', 30, 'x', 'APPROVED'),
       ($1, '2016-10-01', 50, 'x', 'APPROVED'), ($1, '2017-02-01', 100, 'x', 'APPROVED'), ($1, '2017-03-01', 60, 'x', 'SUBMITTED')`,
      [volunteer],
    );
  }
  // At the sample's rates of 39.10 and 39.20 an hour: 32.5833… and 65.3333…
  expect(await inKind()).toEqual({
    value: { cents: before.value.cents + 32_58 + 65_33 },
    valuedMinutes: before.valuedMinutes + 150,
    coveredMinutes: before.coveredMinutes + 150,
    // The same hours of who has a grant for them; that of the first day was there before the grant.
    coveredValue: { cents: before.coveredValue.cents + 32_58 + 65_33 },
    // Neither was the grant there yet, nor a rate.
    unratedMinutes: 60,
  });
  const SET = `mutation ($input: InKindRateInput!) { setInKindRate(input: $input) { ... on InKindRate { centsPerHour } ... on Refusal { code field } } }`;
  const set = async (fromDay: string, centsPerHour: number) =>
    (
      await ask(kit, finance, SET, {
        input: { fromDay, centsPerHour, source: 'Statbel, hourly labour cost', sourceYear: 2014 },
      })
    ).setInKindRate;
  expect(await set('2017-01-01', 40_00)).toEqual({ code: 'RATE_EXISTS', field: 'fromDay' });
  await set('2015-01-01', 39_00);
  expect(await inKind()).toMatchObject({
    value: { cents: before.value.cents + 32_58 + 65_33 + 2 * 19_50 },
    unratedMinutes: 0,
  });
});

test('by which rules costs were allocated is read by one statement', async () => {
  const counted = vi.spyOn(Database.prototype, 'count');
  const costOf = async (ask: () => Promise<unknown>) => {
    counted.mockClear();
    await ask();
    return counted.mock.calls.length;
  };
  const grants = (fields: string) => costOf(() => ask(kit, finance, `{ grants { cost { ${fields} } } }`));
  expect(await grants('ruleVersion rule { basis }')).toBe((await grants('ruleVersion')) + 1);
  const [context, versions] = [contextOf(kit, finance), [1, 2, 3, 4, 99]];
  const rules: unknown[] = [];
  const cost = await costOf(async () =>
    rules.push(...(await Promise.all(versions.map((version) => ruleOfCost(context, String(version)))))),
  );
  await finish(context);
  counted.mockRestore();
  expect(cost).toBe(1);
  const known: { version: number }[] = (
    await ask(kit, finance, '{ allocationRules { version basis span spread } }')
  ).allocationRules;
  expect(rules).toMatchObject(
    versions.map((wanted) => known.find(({ version }) => version === wanted) ?? null),
  );
});

describe('a budget', () => {
  const SAVE_BUDGET = `mutation ($version: Int!, $input: BudgetInput!) { saveBudget(version: $version, input: $input) { ... on Budget { version } ... on Refusal { code field } } }`;
  test('is held against the ledger by month, category and branch, as versions', async () => {
    const [{ id: branchId }] = await kit.db.query(`select id from branch where name = 'Bruxelles'`);
    const line = (month: string, amountCents: number) => ({
      month,
      category: 'SALARIES',
      branchId,
      amountCents,
    });
    const saveBudget = async (version: number, lines: object[]) =>
      (await ask(kit, finance, SAVE_BUDGET, { version, input: { year: 2017, lines } })).saveBudget;
    expect(await saveBudget(1, [line('2017-01-01', 20_000_00), line('2017-01-31', 1_00)])).toEqual({
      version: 2,
    });
    expect(await saveBudget(1, [line('2017-01-01', 1)])).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await saveBudget(2, [line('2016-12-01', 1)])).toEqual({
      code: 'DAY_INVALID',
      field: 'lines.0.month',
    });
    expect(await saveBudget(2, [line('2017-01-01', 30_000_00)])).toEqual({ version: 3 });
    const compare = async (version?: number) =>
      (
        await ask(
          kit,
          finance,
          'query ($version: Int) { budgetComparison(year: 2017, version: $version) { month category branch { name } budgetCents actualCents } }',
          { version },
        )
      ).budgetComparison;
    const january = (rows: any[]) =>
      rows.find(
        (row) => row.month === '2017-01-01' && row.category === 'SALARIES' && row.branch.name === 'Bruxelles',
      );
    expect(january(await compare(1)).budgetCents).toBe(19_010_00);
    expect(january(await compare(2)).budgetCents).toBe(20_001_00);
    const rows = await compare();
    expect(january(rows).budgetCents).toBe(30_000_00);
    const [{ cents }] = await kit.db.query(
      `select sum(amount_cents)::bigint as cents from cost where booked_on >= '2017-01-01' and booked_on < '2018-01-01'`,
    );
    expect(sum(rows, ({ actualCents }) => actualCents)).toBe(cents);
  });
});

test('what a grant bore is told to its funder once a day: what is booked meanwhile moves it on the next one', async () => {
  const [{ partner_id: partnerId, id }] = await kit.db.query(
    `select id, partner_id from funding_grant where reference = 'BF01'`,
  );
  const funder = viewerWith('PARTNER_MEMBER', { partnerId });
  const read = async (today: string, viewer = funder) =>
    (
      await ask(
        { ...kit, today },
        viewer,
        'query ($id: ID!) { grant(id: $id) { share cost { to asOf share cost { cents } } } }',
        { id },
      )
    ).grant;
  const [first, next] = [addDays(kit.today, 1), addDays(kit.today, 2)];
  const before = await read(first);
  await kit.db.query(
    `insert into cost (booked_on, category, branch_id, amount_cents, nature)
     select booked_on, category, branch_id, 5000000, nature from cost
     where booked_on >= (select starts_on from funding_grant where id = $1) order by booked_on, id limit 1`,
    [id],
  );
  await kit.db.query(
    `update earmark set share = share - 0.5 where grant_id = $1 and duo_id = (
       select duo.id from duo join earmark on duo_id = duo.id where grant_id = $1 order by reference limit 1)`,
    [id],
  );
  const staff = await read(first, finance);
  expect(before).toMatchObject({ cost: { asOf: first, share: before.share } });
  expect(staff).toMatchObject({ share: before.share - 0.5, cost: { share: before.share - 0.5 } });
  expect(staff.cost.cost.cents).toBeGreaterThan(before.cost.cost.cents);
  // How many duos the grant pays is told as it is, its cost with the duos of which it was told.
  expect(await read(first)).toEqual({ share: staff.share, cost: before.cost });
  expect(await read(next)).toEqual(await read(next, finance));
});
