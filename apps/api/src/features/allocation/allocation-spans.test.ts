import { addMonths, daysBetween, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const finance = viewerWith('FINANCE');
const ALL = { from: '2015-01-01', to: '2018-01-01' };
const [BY_MONTH, BY_YEAR, BY_PERIOD] = [2, 3, 4];
const MARCH = { from: '2017-03-01', to: '2017-04-01' };
const OCTOBER = { from: '2017-10-01', to: '2017-11-01' };
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  for (const [version, span] of [
    [2, 'YEAR'],
    [3, 'PERIOD'],
    [4, 'MONTH'],
  ])
    await ask(
      kit,
      finance,
      `mutation ($version: Int!, $span: AllocationSpan!) { saveAllocationRule(version: $version,
         input: { basis: ACTIVE_DUO_MONTHS, span: $span, spread: [SHARED, INDIRECT], reason: "x" }) { ... on Refusal { code } } }`,
      { version, span },
    );
}, 60_000);
afterAll(() => kit.close());

interface Group {
  readonly branchId: string;
  readonly grantId: string | null;
  readonly cost: { readonly cents: number };
}
interface Grant {
  readonly id: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly cost: { readonly cost: { readonly cents: number } };
}
interface Line {
  readonly id: string;
  readonly bookedOn: CalendarDay;
  readonly cents: number;
}

const GROUPS =
  'query ($period: PeriodInput!, $ruleVersion: Int) { allocation(period: $period, ruleVersion: $ruleVersion) { groups { branchId grantId cost { cents } } } }';
async function borne(period: Period, ruleVersion: number): Promise<Map<string, number>> {
  const { groups }: { groups: Group[] } = (await ask(kit, finance, GROUPS, { period, ruleVersion }))
    .allocation;
  return new Map(
    groups
      .filter(({ cost }) => cost.cents !== 0)
      .map(({ branchId, grantId, cost }) => [`${branchId} ${grantId}`, cost.cents]),
  );
}

function stepsOf({ from, to }: Period, months: number): Period[] {
  const steps: Period[] = [];
  for (let day = from; day < to; day = addMonths(day, months))
    steps.push({ from: day, to: addMonths(day, months) });
  return steps;
}

async function addedUp(periods: readonly Period[], ruleVersion: number): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for (const period of periods)
    for (const [key, cents] of await borne(period, ruleVersion)) sums.set(key, (sums.get(key) ?? 0) + cents);
  return sums;
}

const grantsWithCost = async (): Promise<Grant[]> =>
  (await ask(kit, finance, '{ grants { id startsOn endsOn cost { cost { cents } } } }')).grants;
const TRACE =
  'query ($period: PeriodInput!, $grantId: ID!) { allocationTrace(period: $period, grantId: $grantId) { lines { id bookedOn cents } } }';
const linesOf = async (grantId: string): Promise<Line[]> =>
  (await ask(kit, finance, TRACE, { period: ALL, grantId })).allocationTrace.lines;

describe('by months or years', () => {
  test('what branches and grants bear in periods adds up, and by the period that is asked for it does not', async () => {
    for (const [version, months] of [
      [BY_MONTH, 1],
      [BY_MONTH, 12],
      [BY_YEAR, 12],
      [BY_YEAR, 6],
    ] as const)
      expect(await addedUp(stepsOf(ALL, months), version)).toEqual(await borne(ALL, version));
    expect(await addedUp(stepsOf(ALL, 12), BY_PERIOD)).not.toEqual(await borne(ALL, BY_PERIOD));
  });

  test('a grant bears lines of the months of its own time alone, and its cost is all that it ever bears', async () => {
    const grants = await grantsWithCost();
    expect(grants.some(({ startsOn }) => startsOn > '2016-06-01')).toBe(true);
    for (const { id, startsOn, endsOn, cost } of grants) {
      const lines = await linesOf(id);
      expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(cost.cost.cents);
      for (const { bookedOn } of lines) {
        expect(bookedOn >= `${startsOn.slice(0, 7)}-01`).toBe(true);
        expect(bookedOn.slice(0, 7) <= endsOn.slice(0, 7)).toBe(true);
      }
    }
  });

  test('what a grant bears alone is its cost, whatever it is about', async () => {
    const [first] = (await grantsWithCost()).toSorted((a, b) => a.endsOn.localeCompare(b.endsOn));
    if (first === undefined) throw new Error('there is no grant');
    expect(first.endsOn < '2017-10-01').toBe(true);
    await kit.db.query(
      `insert into cost (booked_on, category, branch_id, amount_cents, grant_id)
       select '2017-11-20', 'OVERHEADS', id, 4321, $1 from branch order by name limit 1`,
      [first.id],
    );
    const after = (await grantsWithCost()).find(({ id }) => id === first.id);
    expect(after?.cost.cost.cents).toBe(first.cost.cost.cents + 4321);
    expect((await linesOf(first.id)).reduce((sum, { cents }) => sum + cents, 0)).toBe(after?.cost.cost.cents);
  });

  test('duos weigh by the days on which they went on in the month, for a grant by those of its own time: by hand', async () => {
    const month = MARCH;
    const overlap = (from: CalendarDay, to: CalendarDay) =>
      Math.max(0, daysBetween(from > month.from ? from : month.from, to < month.to ? to : month.to));
    const duos: { id: string; branch: string; from: CalendarDay; to: CalendarDay }[] = await kit.db.query(
      `select id, branch_id as branch, started_on as "from", coalesce(closed_on, '9999-01-01') as "to" from duo`,
    );
    const earmarks: { duo: string; grant: string; share: number; from: CalendarDay; to: CalendarDay }[] =
      await kit.db.query(
        `select duo_id as duo, grant_id as "grant", share::float, starts_on as "from", ends_before as "to"
         from earmark join funding_grant on funding_grant.id = grant_id`,
      );
    const days = new Map<string, number>();
    const add = (key: string, more: number) => days.set(key, (days.get(key) ?? 0) + more);
    for (const { id, branch, from, to } of duos) {
      let rest = overlap(from, to);
      for (const { grant, share, ...time } of earmarks.filter(({ duo }) => duo === id)) {
        const own = share * overlap(from > time.from ? from : time.from, to < time.to ? to : time.to);
        add(`${branch} ${grant}`, own);
        rest -= own;
      }
      add(`${branch} null`, rest);
    }
    const whole = [...days.values()].reduce((sum, one) => sum + one, 0);
    // Lines of a nature that all branches bear together, and that no grant bears alone.
    const lines: { cents: number }[] = await kit.db.query(
      `select amount_cents as cents from cost where booked_on >= $1 and booked_on < $2 and nature <> 'DIRECT' and grant_id is null`,
      [month.from, month.to],
    );
    const spent = lines.reduce((sum, { cents }) => sum + cents, 0);
    const direct: { branch: string; cents: number }[] = await kit.db.query(
      `select branch_id as branch, sum(amount_cents)::bigint as cents from cost
       where booked_on >= $1 and booked_on < $2 and nature = 'DIRECT' group by 1`,
      [month.from, month.to],
    );
    const ofBranch = (branch: string) =>
      [...days].filter(([key]) => key.startsWith(branch)).reduce((sum, [, one]) => sum + one, 0);
    const groups = await borne(month, BY_MONTH);
    expect(groups.size).toBeGreaterThan(5);
    for (const [key, cents] of groups) {
      const [branch = ''] = key.split(' ');
      const own = days.get(key) ?? 0;
      const hand =
        (spent * own) / whole +
        ((direct.find((one) => one.branch === branch)?.cents ?? 0) * own) / ofBranch(branch);
      // Each line is rounded by itself, by less than a cent.
      expect(Math.abs(cents - hand)).toBeLessThan(lines.length + 10);
    }
  });

  test('a duo costs what it bears in each month of its course, and all of them what duos bear in all', async () => {
    const { allocatedDuos } = await ask(
      kit,
      finance,
      'query ($period: PeriodInput!) { allocatedDuos(period: $period) { withoutDuo { cents } duos { id cents } } }',
      { period: ALL },
    );
    const [{ cents: ledger }] = await kit.db.query('select sum(amount_cents)::bigint as cents from cost');
    const duos: { id: string; cents: number }[] = allocatedDuos.duos;
    expect(duos.reduce((sum, { cents }) => sum + cents, allocatedDuos.withoutDuo.cents)).toBe(ledger);
    for (const { id, cents } of duos.slice(0, 12)) {
      const { duoCost } = await ask(
        kit,
        finance,
        'query ($id: ID!) { duoCost(duoId: $id) { total { cents } parts { from to cents groupCents weight } } }',
        { id },
      );
      expect(duoCost.total.cents).toBe(cents);
      for (const part of duoCost.parts) {
        expect(part.to).toBe(addMonths(part.from, 1));
        // A cent of each nature at most.
        expect(Math.abs(part.cents - part.groupCents * part.weight)).toBeLessThan(3);
      }
    }
  });

  test('a line that is taken back after its month was closed is taken back from those who bore it', async () => {
    const [{ id: branchId }] = await kit.db.query(`select id from branch where name = 'Bruxelles'`);
    const costs = async () => (await grantsWithCost()).map(({ id, cost }) => [id, cost.cost.cents]);
    const [march, october] = [await borne(MARCH, BY_MONTH), await borne(OCTOBER, BY_MONTH)];
    const before = await costs();
    const { bookCost } = await ask(
      kit,
      finance,
      `mutation ($branchId: ID!) { bookCost(input: { bookedOn: "2017-03-15", category: SALARIES, branchId: $branchId, amountCents: 1234567 }) {
         ... on Cost { id } ... on Refusal { code field } } }`,
      { branchId },
    );
    expect(await costs()).not.toEqual(before);
    const marchWith = await borne(MARCH, BY_MONTH);
    const given = new Map(
      [...marchWith]
        .map(([key, cents]) => [key, cents - (march.get(key) ?? 0)] as const)
        .filter(([, more]) => more !== 0),
    );
    expect(given.size).toBeGreaterThan(3);
    const { ledger } = await ask(kit, finance, '{ ledger { version } }');
    await ask(
      kit,
      finance,
      'mutation ($version: Int!) { closeMonth(month: "2017-09-01", version: $version) { ... on Refusal { code } } }',
      { version: ledger.version },
    );
    const { reverseCost } = await ask(
      kit,
      finance,
      'mutation ($id: ID!) { reverseCost(id: $id, reason: "Twice") { ... on Cost { bookedOn documentOn } ... on Refusal { code } } }',
      { id: bookCost.id },
    );
    expect(reverseCost).toEqual({ bookedOn: '2017-10-01', documentOn: '2017-03-15' });
    expect(await costs()).toEqual(before);
    // No duo of October gives back what it never bore.
    const octoberNow = await borne(OCTOBER, BY_MONTH);
    for (const key of new Set([...given.keys(), ...octoberNow.keys()]))
      expect((octoberNow.get(key) ?? 0) - (october.get(key) ?? 0)).toBe(0 - (given.get(key) ?? 0));
    expect(await borne(MARCH, BY_MONTH)).toEqual(marchWith);
  });
});
