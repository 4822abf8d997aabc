import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attack, POPULATIONS, RATES, waysOf, type Fact, type Target } from '../../../test/exit-attacker.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

/*
 * A funder asks all that its menu has about what became of its duos, on several days. Then it looks what it can work out.
 */

const DAYS = ['2017-03-30', '2017-03-31', '2017-05-15', '2017-12-31'];
let kit: Testkit;
let funder: ReturnType<typeof viewerWith>;
let grants: readonly string[];
const told = new Map<string, readonly Fact[]>();
const truth = new Map<string, readonly Fact[]>();

beforeAll(async () => {
  kit = await openTestkit(DAYS.at(-1) ?? '');
  await importSample(kit.db);
  const rows = await kit.db.query(
    `select funding_grant.id, partner_id from funding_grant join partner on partner.id = partner_id where name = 'Banque du Parc'`,
  );
  funder = viewerWith('PARTNER_MEMBER', { partnerId: rows[0].partner_id });
  grants = rows.map(({ id }: { id: string }) => id);
  for (const day of DAYS) {
    told.set(day, await factsFor(day, funder, ''));
    truth.set(
      day,
      await factsFor(day, viewerWith('ADMINISTRATOR'), `, filter: {grant: ${JSON.stringify(grants)}}`),
    );
  }
}, 120_000);
afterAll(() => kit.close());

const FIGURE =
  '__typename ... on Figure { numerator denominator notYetObservable asOf } ... on NoData { asOf notYetObservable }';

/** Everything that the menu has about exits, as somebody is told it on a day. */
async function factsFor(day: string, viewer: typeof funder, filter: string): Promise<Fact[]> {
  const parts = RATES.flatMap((rate) => [
    ...POPULATIONS.map(
      (population) =>
        `${rate}_${population}: figure(metric: ${rate}, parameters: {population: ${population}}${filter}) { ${FIGURE} }`,
    ),
    ...['GENDER', 'EDUCATION', 'BRANCH'].map(
      (by) => `${rate}_${by}: breakdown(metric: ${rate}, by: ${by}${filter}) { key result { ${FIGURE} } }`,
    ),
    `${rate}_YEAR: trend(metric: ${rate}, step: YEAR${filter}) { key result { ${FIGURE} } }`,
  ]);
  const table = `table: crossTable(metric: POSITIVE_EXIT_RATE, rows: GENDER, columns: EDUCATION${filter}) { cells { row column result { ${FIGURE} } } }`;
  const started = ['GENDER', 'EDUCATION', 'BRANCH'].map(
    (by) => `STARTED_${by}: breakdown(metric: DUOS_STARTED, by: ${by}${filter}) { key result { ${FIGURE} } }`,
  );
  const years = `STARTED_YEAR: trend(metric: DUOS_STARTED, step: YEAR${filter}) { key result { ${FIGURE} } }`;
  const all = `all: figure(metric: DUOS_STARTED${filter}) { ${FIGURE} }`;
  const answer = await ask(
    { ...kit, today: day },
    viewer,
    `{ ${[...parts, table, ...started, years, all].join('\n')} }`,
  );
  const facts: Fact[] = [];
  const add = (of: Fact['of'], population: Fact['population'], group: string, result: any) => {
    if (result.__typename === 'NoData') {
      const { asOf: day, notYetObservable } = result;
      facts.push({ day, group, of: 'ALL', population, value: 0 });
      // Where nobody's time is over, all that began are those of whom it is not.
      if (notYetObservable != null)
        facts.push({ day, group, of: 'ALL', population: 'STARTED', value: notYetObservable });
      return;
    }
    if (result.__typename !== 'Figure') return;
    const { numerator, denominator, notYetObservable, asOf } = result;
    // Those who are observable and those who are not yet are all that began.
    if (population === 'MATURE' && notYetObservable != null)
      facts.push({
        day: asOf,
        group,
        of: 'ALL',
        population: 'STARTED',
        value: denominator + notYetObservable,
      });
    if (of === 'ALL')
      return void facts.push({ day: asOf, group, of, population: 'STARTED', value: numerator });
    facts.push({ day: asOf, group, of, population, value: numerator });
    facts.push({ day: asOf, group, of: 'ALL', population, value: denominator });
  };
  for (const rate of RATES) {
    for (const population of POPULATIONS) add(rate, population, '', answer[`${rate}_${population}`]);
    for (const by of ['GENDER', 'EDUCATION', 'BRANCH', 'YEAR'])
      for (const { key, result } of answer[`${rate}_${by}`]) add(rate, 'MATURE', `${by}=${key}`, result);
  }
  for (const { row, column, result } of answer.table.cells)
    add('POSITIVE_EXIT_RATE', 'MATURE', `GENDER=${row}&EDUCATION=${column}`, result);
  for (const by of ['GENDER', 'EDUCATION', 'BRANCH', 'YEAR'])
    for (const { key, result } of answer[`STARTED_${by}`]) add('ALL', 'STARTED', `${by}=${key}`, result);
  add('ALL', 'STARTED', '', answer.all);
  return facts;
}

describe('a funder with a solver', () => {
  test('is told something, and not everything', () => {
    const counts = (facts: ReadonlyMap<string, readonly Fact[]>) =>
      DAYS.map((day) => facts.get(day)?.length ?? 0);
    expect(counts(told)).toEqual([15, 15, 18, 31]);
    for (const [index, all] of counts(truth).entries()) expect(counts(told)[index]).toBeLessThan(all);
  });

  test('is told the truth, as of the day that it is told of', () => {
    for (const day of DAYS)
      for (const { value, ...fact } of (told.get(day) ?? []).filter((one) => one.day === day)) {
        const same = truth
          .get(day)
          ?.find((one) => Object.entries(fact).every(([name, is]) => one[name as keyof Fact] === is));
        expect({ ...fact, value: same?.value }).toEqual({ ...fact, value });
      }
  });

  test(
    'narrows no rate of few people, nor what few people changed, further than the contract does',
    { timeout: 240_000 },
    async () => {
      const known = unique([...told.values()].flat());
      const ways = waysOf([...truth.values()].flat());
      const faults: string[] = [];
      let tried = 0;
      const expectWide = async (
        name: string,
        target: Target,
        from: number,
        to: number,
        contract: readonly Fact[],
      ) => {
        tried += 1;
        const { least, greatest } = await attack(known, ways, target);
        if (least <= from + 1e-6 && greatest >= to - 1e-6) return;
        const widest = await attack(contract, ways, target);
        if (least <= Math.max(from, widest.least) + 1e-6 && greatest >= Math.min(to, widest.greatest) - 1e-6)
          return;
        faults.push(`${name}: ${least} to ${greatest}, not ${from} to ${to}`);
      };
      for (const [index, day] of DAYS.entries()) {
        const contract = known.filter(
          ({ group, of, population }) => group === '' && of === 'ALL' && population === 'STARTED',
        );
        for (const rate of RATES)
          for (const fact of (truth.get(day) ?? []).filter(
            ({ of, population }) => of === rate && population === 'MATURE',
          )) {
            const all = valueOf(day, fact.group, 'ALL');
            if (all === 0) continue;
            const part = { ...fact, day };
            const rest: Target = {
              terms: [
                [{ ...part, of: 'ALL' }, 1],
                [part, -1],
              ],
            };
            const few = all < LIMITS.SMALLEST_DENOMINATOR;
            const others = all - fact.value;
            const name = `${day} ${rate} ${fact.group}`;
            if (few || fact.value < LIMITS.SMALLEST_PART)
              await expectWide(
                name,
                { terms: [[part, 1]] },
                0,
                Math.max(fact.value, LIMITS.SMALLEST_PART),
                contract,
              );
            if (few || others < LIMITS.SMALLEST_PART)
              await expectWide(`${name}, rest`, rest, 0, Math.max(others, LIMITS.SMALLEST_PART), contract);
            // What was told on the day before, or stands from then.
            const before = DAYS[index - 1];
            const earlier =
              before === undefined ? undefined : known.find((one) => isSame(one, { ...fact, day: before }));
            if (before === undefined || earlier === undefined) continue;
            const came = fact.value - earlier.value;
            const cameAll = all - valueOf(before, fact.group, 'ALL');
            if (came === 0 && cameAll === 0) continue;
            if (Math.abs(cameAll) < LIMITS.SMALLEST_DENOMINATOR || Math.abs(came) < LIMITS.SMALLEST_PART)
              await expectWide(
                `${name}, since ${before}`,
                {
                  terms: [
                    [part, 1],
                    [{ ...part, day: before }, -1],
                  ],
                },
                Math.min(0, came),
                Math.max(came, LIMITS.SMALLEST_PART),
                [...contract, ...known.filter((one) => one.day <= before)],
              );
          }
      }
      expect(faults).toEqual([]);
      expect(tried).toBeGreaterThan(50);
    },
  );
});

function isSame(one: Fact, other: Fact): boolean {
  return (
    one.day === other.day &&
    one.group === other.group &&
    one.of === other.of &&
    one.population === other.population
  );
}

function unique(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

function valueOf(day: string, group: string, of: Fact['of']): number {
  return (
    truth.get(day)?.find((fact) => fact.group === group && fact.of === of && fact.population === 'MATURE')
      ?.value ?? 0
  );
}
