import { newcombeInterval } from '@tandem/metrics/statistics/newcombe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

describe('by how much a figure differs', () => {
  async function differenceOf(args: string) {
    const { figureChange } = await ask(
      kit,
      staff,
      `{ figureChange(${args}) { before { ... on Figure { value denominator } } after { ... on Figure { value denominator } } difference { value interval { lower upper } shared } } }`,
    );
    return figureChange;
  }

  test('is told with an interval that knows who is in both', async () => {
    const { before, after, difference } = await differenceOf(
      'metric: POSITIVE_EXIT_RATE, since: {asOf: "2017-06-30"}',
    );
    expect(difference.value).toBeCloseTo(after.value - before.value, 12);
    expect(difference.shared).toBe(before.denominator);
    expect(difference.interval.lower).toBeLessThan(difference.value);
    expect(difference.interval.upper).toBeGreaterThan(difference.value);
    // Taken as independent, the two would leave room for far more.
    const alone = newcombeInterval(
      { successes: Math.round(after.value * after.denominator), n: after.denominator },
      { successes: Math.round(before.value * before.denominator), n: before.denominator },
    );
    expect(difference.interval.upper - difference.interval.lower).toBeLessThan(alone.upper - alone.lower);
  });

  test('is Newcombe’s for periods apart, and has no interval where nobody knows who is in both', async () => {
    const { before, after, difference } = await differenceOf(
      'metric: COMPLETION_RATE, period: {from: "2017-01-01", to: "2018-01-01"}, since: {period: {from: "2016-01-01", to: "2017-01-01"}}',
    );
    expect(difference.shared).toBe(0);
    expect(difference.interval).toEqual(
      newcombeInterval(
        { successes: Math.round(after.value * after.denominator), n: after.denominator },
        { successes: Math.round(before.value * before.denominator), n: before.denominator },
      ),
    );
    const loyal = await differenceOf('metric: MENTOR_LOYALTY_RATE, since: {asOf: "2017-06-30"}');
    expect(loyal.difference).toMatchObject({ interval: null, shared: null });
  });

  test('of periods apart is the one that a comparison tells, also where it opens to no record', async () => {
    const { difference } = await differenceOf(
      'metric: MENTOR_LOYALTY_RATE, period: {from: "2017-01-01", to: "2018-01-01"}, since: {period: {from: "2016-01-01", to: "2017-01-01"}}',
    );
    const { compareGroups } = await ask(
      kit,
      staff,
      '{ compareGroups(metric: MENTOR_LOYALTY_RATE, step: YEAR, reference: "2016-01-01") { figures { key difference { difference interval { lower upper } } } } }',
    );
    const compared = compareGroups.figures.find(
      ({ key }: { key: string }) => key === '2017-01-01',
    ).difference;
    expect(difference).toEqual({ value: compared.difference, interval: compared.interval, shared: 0 });
  });

  test('of who is unknown at both moments one thing became: the bounds of the difference allow for it', async () => {
    const bounds = (args: string, since: string) =>
      ask(
        kit,
        staff,
        `{ figureChange(metric: POSITIVE_EXIT_RATE${args}, since: {${since}}) { before { ... on Figure { numerator denominator unknown } } after { ... on Figure { numerator denominator unknown } } difference { bounds { lower upper } } } }`,
      );
    const { figureChange: compared } = await bounds('', 'asOf: "2016-12-31"');
    const { before, after, difference } = compared;
    // The 68 mature duos of 2016 are mature in 2017 too, and nobody was looked for in between: the 20 are among the 77.
    expect([before.denominator, before.unknown, after.unknown]).toEqual([68, 20, 77]);
    const least = after.numerator / after.denominator - before.numerator / before.denominator;
    const ifAll = 20 / after.denominator - 20 / 68;
    expect(difference.bounds.lower).toBeCloseTo(least + ifAll, 12);
    expect(difference.bounds.upper).toBeCloseTo(least + 57 / after.denominator, 12);
    expect([difference.bounds.lower, difference.bounds.upper].map((one) => one.toFixed(3))).toEqual([
      '-0.213',
      '0.219',
    ]);
    // Of two years nobody is in both: each unknown is asked for itself.
    const years = await bounds(
      ', period: {from: "2016-01-01", to: "2017-01-01"}',
      'period: {from: "2015-01-01", to: "2016-01-01"}',
    );
    const [then, now] = [years.figureChange.before, years.figureChange.after];
    const { lower, upper } = years.figureChange.difference.bounds;
    expect(lower).toBeCloseTo(
      now.numerator / now.denominator - (then.numerator + then.unknown) / then.denominator,
      12,
    );
    expect(upper).toBeCloseTo(
      (now.numerator + now.unknown) / now.denominator - then.numerator / then.denominator,
      12,
    );
  });

  test('has no bounds where all is known', async () => {
    const query = `{ figureChange(metric: COMPLETION_RATE, since: {asOf: "2016-12-31"}) { difference { value bounds { lower } } } }`;
    const { figureChange: compared } = await ask(kit, staff, query);
    expect(compared.difference.bounds).toBeNull();
  });
});
