import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDuos, times } from '../../../test/many-duos.ts';
import { makeBranch } from '../../../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const REFERENCE = new URL(
  '../../../../../packages/metrics/src/reference/cohort_censoring.json',
  import.meta.url,
);
const AS_OF = '2017-12-15';
const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;
let tenPeople: string;
let laterExits: string;

/** A day of the month that is so many months after another one's. */
function inMonth(day: string, months: number, of: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return `${new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 8)}${of}`;
}

beforeAll(async () => {
  kit = await openTestkit(AS_OF);
  tenPeople = await makeBranch(kit.db, 'Ten people');
  laterExits = await makeBranch(kit.db, 'Later exits');
  const { people } = JSON.parse(await readFile(REFERENCE, 'utf8'));
  await makeDuos(
    kit.db,
    tenPeople,
    people.map(({ potential_followup_months: months, event_month, event }: any) => {
      // So many months are over on the as-of day, and an event on the 5th lies within its month from the 10th on.
      const startedOn = inMonth(AS_OF, -months, '10');
      const on = event === null ? undefined : inMonth(startedOn, event_month, '05');
      if (event === 'pos') return { startedOn, trainedOn: on };
      return event === 'comp' ? { startedOn, closedOn: on, closureReason: 'HEALTH' } : { startedOn };
    }),
  );
  await makeDuos(kit.db, laterExits, [
    // Completed at six months; a job two months later, or none.
    ...times(3, { startedOn: '2016-01-10', closedOn: '2016-07-10', employedOn: '2016-09-05' }),
    ...times(3, { startedOn: '2016-01-10', closedOn: '2016-07-10', searchedOn: '2016-09-05' }),
    // Broke off at three months, and found a job all the same.
    ...times(2, {
      startedOn: '2016-01-10',
      closedOn: '2016-04-05',
      closureReason: 'MOVED_AWAY',
      employedOn: '2016-06-05',
    }),
    // The job and the closure are of one day.
    { startedOn: '2016-01-10', closedOn: '2016-03-05', closureReason: 'FOUND_JOB', employedOn: '2016-03-05' },
  ]);
});
afterAll(() => kit.close());

const QUERY = `query ($metric: MetricId!, $filter: FigureFilterInput, $parameters: FigureParametersInput, $by: Dimension, $step: TrendStep,
    $months: Int, $competing: CompetingClosures, $period: PeriodInput) {
  timeToExit(metric: $metric, filter: $filter, parameters: $parameters, by: $by, step: $step, months: $months, competing: $competing, period: $period) {
    competing parameters { anchor evidence } curves { key label duos exitsAfterEnd lookedUntil medianMonth months {
      month atRisk exits ends censored incidence lower upper ended neither unknown tooEarly bounds { worst best caution }
      matureExits matureDuos matureRate matureLower matureUpper matureUnknown matureBounds { worst best caution } } } } }`;
async function courseOf(variables: Record<string, unknown>): Promise<any> {
  return (await ask(kit, staff, QUERY, { metric: 'POSITIVE_EXIT_RATE', ...variables })).timeToExit;
}

test('ten people, as reckoned by hand: 11 of 20 by the twelfth month, and 3 of the 6 that are mature', async () => {
  const { curves, competing } = await courseOf({ filter: { branch: [tenPeople] }, months: 12 });
  expect(competing).toBe('EARLY_END');
  const [{ duos, months, exitsAfterEnd, medianMonth }] = curves;
  expect([duos, exitsAfterEnd, medianMonth, months.length]).toEqual([10, 0, 11, 13]);
  const at = (month: number) => months[month];
  expect([2, 5, 6, 8, 11].map((month) => at(month).atRisk)).toEqual([10, 7, 6, 4, 3]);
  expect(at(12).incidence).toBeCloseTo(11 / 20, 12);
  expect(at(12).ended).toBeCloseTo(9 / 70, 12);
  expect(at(12).neither).toBeCloseTo(1 - 11 / 20 - 9 / 70, 12);
  // R etm 1.1.1 on the same ten.
  expect(at(12).lower).toBeCloseTo(0.2459341741, 8);
  expect(at(12).upper).toBeCloseTo(0.895528064, 8);
  expect(at(12)).toMatchObject({ matureExits: 3, matureDuos: 6, matureRate: 0.5 });
  // Of two nothing is known, one of whom broke off; three began too late; one is heard of in the thirteenth month.
  expect(at(12)).toMatchObject({
    unknown: 2,
    tooEarly: 3,
    bounds: { worst: 4 / 10, best: 9 / 10, caution: null },
    matureUnknown: 2,
    matureBounds: { worst: 3 / 6, best: 5 / 6, caution: null },
  });
});

test('the mature cohort of each month is the exit rate of that window, with its bounds', async () => {
  const { curves } = await courseOf({ months: 12 });
  for (const windowMonths of [3, 6, 12]) {
    const { figure } = await ask(
      kit,
      staff,
      `query ($p: FigureParametersInput) { figure(metric: POSITIVE_EXIT_RATE, parameters: $p) {
        ... on Figure { value numerator denominator unknown interval { lower upper } bounds { worst best caution } } } }`,
      { p: { windowMonths, population: 'MATURE' } },
    );
    const mature = Object.entries(curves[0].months[windowMonths]).filter(([name]) =>
      name.startsWith('mature'),
    );
    expect(figure.bounds).not.toBeNull();
    expect(Object.fromEntries(mature)).toEqual({
      matureExits: figure.numerator,
      matureDuos: figure.denominator,
      matureRate: figure.value,
      matureLower: figure.interval.lower,
      matureUpper: figure.interval.upper,
      matureUnknown: figure.unknown,
      matureBounds: figure.bounds,
    });
  }
});

test('who completed is followed on, who broke off is not; with ANY_CLOSURE every closure ends it', async () => {
  const filter = { branch: [laterExits] };
  const early = (await courseOf({ metric: 'EMPLOYMENT_RATE', filter, months: 12 })).curves[0];
  expect(early.exitsAfterEnd).toBe(2);
  expect(early.months[12].incidence).toBeCloseTo(4 / 9, 12);
  expect(early.months[12].ended).toBeCloseTo(2 / 9, 12);
  expect(early.months[12].matureExits).toBe(6);
  const any = (await courseOf({ metric: 'EMPLOYMENT_RATE', filter, months: 12, competing: 'ANY_CLOSURE' }))
    .curves[0];
  expect(any.exitsAfterEnd).toBe(5);
  expect(any.months[12].incidence).toBeCloseTo(1 / 9, 12);
  expect(any.months[12].ended).toBeCloseTo(8 / 9, 12);
});

test('on the curve it is known of who was seen when the duo broke off, of the others as far as somebody looked', async () => {
  const { months } = (
    await courseOf({ metric: 'EMPLOYMENT_RATE', filter: { branch: [laterExits] }, months: 12 })
  ).curves[0];
  const at = (month: number) => months[month];
  expect(at(7)).toMatchObject({ unknown: 0, tooEarly: 0, bounds: null });
  expect(at(8)).toMatchObject({
    unknown: 3,
    tooEarly: 0,
    // Two broke off and were seen then; for those without an exit nobody looked any more.
    bounds: { worst: 4 / 9, best: 7 / 9, caution: 'NOBODY_FOLLOWED' },
    matureUnknown: 3,
    matureBounds: { worst: 6 / 9, best: 1, caution: 'NOBODY_FOLLOWED' },
  });
});

test('from the closure nothing competes', async () => {
  const { competing, curves } = await courseOf({
    metric: 'STABLE_EMPLOYMENT_RATE',
    filter: { branch: [laterExits] },
    parameters: { anchor: 'CLOSURE', evidence: 'DOCUMENTED' },
    months: 6,
  });
  expect(competing).toBeNull();
  const [{ duos, months }] = curves;
  expect(duos).toBe(9);
  expect(months[0].incidence).toBeCloseTo(1 / 9, 12);
  expect(months[2].incidence).toBeCloseTo(6 / 9, 12);
  expect(months.every(({ ends }: any) => ends === 0)).toBe(true);
});

test('a curve for each branch and each year, narrowed as figures are', async () => {
  const { curves } = await courseOf({ by: 'BRANCH', months: 3 });
  expect(curves.map(({ label, duos }: any) => [label, duos]).toSorted()).toEqual([
    ['Later exits', 9],
    ['Ten people', 10],
  ]);
  const years = (await courseOf({ step: 'YEAR', months: 3 })).curves;
  expect(years.map(({ key }: any) => key)).toEqual(['2016-01-01', '2017-01-01']);
  expect(years.reduce((sum: number, { duos }: any) => sum + duos, 0)).toBe(19);
  const none = await courseOf({ period: { from: '2001-01-01', to: '2002-01-01' }, months: 3 });
  expect(none.curves).toMatchObject([{ key: 'all', duos: 0, medianMonth: null }]);
  expect(none.curves[0].months[3]).toMatchObject({ atRisk: 0, incidence: 0, matureRate: null });
});

test('it is no question of other indicators, of endless curves, nor for partners', async () => {
  for (const variables of [
    { metric: 'COMPLETION_RATE' },
    { months: 0 },
    { months: 121 },
    { by: 'BRANCH', step: 'YEAR' },
    { by: 'COST_CATEGORY' },
  ]) {
    const { errors } = await askRaw(kit, staff, QUERY, { metric: 'POSITIVE_EXIT_RATE', ...variables });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  }
  const partner = viewerWith('PARTNER_ADMINISTRATOR', { partnerId: tenPeople });
  const { errors } = await askRaw(kit, partner, QUERY, { metric: 'POSITIVE_EXIT_RATE' });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('says until when somebody looked: to the end of the eighth month nobody is followed', async () => {
  const { curves } = await courseOf({ filter: { branch: [laterExits] }, months: 24 });
  expect(curves.map(({ lookedUntil }: { lookedUntil: number | null }) => lookedUntil)).toEqual([7]);
  // Of those without an exit nothing is recorded; the last one is heard of by an exit, of the thirteenth month.
  const ten = await courseOf({ filter: { branch: [tenPeople] }, months: 24 });
  expect(ten.curves.map(({ lookedUntil }: { lookedUntil: number | null }) => lookedUntil)).toEqual([12]);
});
