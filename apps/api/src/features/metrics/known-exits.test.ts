import { isLookedFor } from '@tandem/metrics/statistics/follow-up';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDuos, times, type DuoCourse } from '../../../test/many-duos.ts';
import { makeBranch } from '../../../test/programme.ts';
import { newId } from '../../database/new-id.ts';
import { refreshRollUps } from './roll-ups.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;
let followed: string;

const ASKED =
  'metric: POSITIVE_EXIT_RATE, filter: { branch: $branch }, parameters: $parameters, asOf: $asOf, version: $version';
const KNOWN = `query ($branch: [ID!], $parameters: FigureParametersInput, $asOf: CalendarDay, $version: Int) {
  missingBounds(${ASKED}) { yes no unknown tooEarly worst best caution }
  figure(${ASKED}) { ... on Figure { numerator denominator unknown notYetObservable bounds { worst best caution } } }
  figureRecords(${ASKED}, standing: UNKNOWN) { totalCount } }`;
const known = async (parameters: object, asOf = '2017-12-31', version?: number) =>
  ask(kit, staff, KNOWN, { branch: [followed], parameters, asOf, version });

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  followed = await makeBranch(kit.db, 'Liège');
  await makeDuos(kit.db, followed, [
    // Over on 2017-01-15. An exit is known however early it was.
    { startedOn: '2016-01-15', trainedOn: '2016-02-20' },
    // Seen in the first month and never again, on the last day but one, on the last, and after it.
    { startedOn: '2016-01-15', searchedOn: '2016-02-01' },
    { startedOn: '2016-01-15', searchedOn: '2017-01-14' },
    { startedOn: '2016-01-15', searchedOn: '2017-01-15' },
    { startedOn: '2016-01-15', searchedOn: '2017-03-01', closedOn: '2016-07-15' },
    // An exit after the window is heard of: in the window there was none.
    { startedOn: '2016-01-15', employedOn: '2017-06-01' },
    { startedOn: '2016-01-15' },
    // Whose window is not over, with an exit and without.
    { startedOn: '2017-06-15', trainedOn: '2017-08-01' },
    ...times(2, { startedOn: '2017-06-15', searchedOn: '2017-12-01' }),
  ]);
});
afterAll(() => kit.close());

test('it is known that there was none where somebody was heard of at the end of the window or later', async () => {
  expect(await known({})).toMatchObject({
    missingBounds: { yes: 1, no: 3, unknown: 3 },
    figure: { unknown: 3, notYetObservable: 3 },
    figureRecords: { totalCount: 3 },
  });
  // Nobody was followed for eighteen months: who had an exit in them is all that is known.
  expect((await known({ windowMonths: 18 })).missingBounds).toMatchObject({
    yes: 2,
    no: 0,
    unknown: 5,
    tooEarly: 0,
  });
  expect((await known({ windowMonths: 6 })).missingBounds).toMatchObject({ yes: 2, no: 4, unknown: 4 });
});

test('version 1 took who was heard of once in the window as followed to its end, and has the same rate', async () => {
  const then = async (parameters: object) => (await known(parameters, undefined, 1)).missingBounds;
  expect(await then({ windowMonths: 18 })).toMatchObject({ yes: 2, no: 4, unknown: 1 });
  expect(await then({ windowMonths: 6 })).toMatchObject({ yes: 2, no: 3, unknown: 5 });
  const { figureRecords } = await known({ windowMonths: 6 }, undefined, 1);
  expect(figureRecords.totalCount).toBe(5);
  const RATE = `query ($branch: [ID!], $version: Int) { figure(metric: POSITIVE_EXIT_RATE, filter: { branch: $branch }, version: $version) {
    ... on Figure { value interval { lower upper } } } }`;
  const [former, now] = await Promise.all(
    [1, 2].map((version) => ask(kit, staff, RATE, { branch: [followed], version })),
  );
  expect(former).toEqual(now);
});

test('of the closed only those without an exit can be not yet observable; by version 1 whoever was still active was, too', async () => {
  const notYet = async (asOf: string, version?: number) =>
    (await known({ population: 'CLOSED' }, asOf, version)).figure.notYetObservable;
  expect(await Promise.all([notYet('2016-12-31'), notYet('2017-12-31')])).toEqual([1, 0]);
  expect(await Promise.all([notYet('2016-12-31', 1), notYet('2017-12-31', 1)])).toEqual([7, 3]);
});

test('on an earlier day what was heard later was not known yet', async () => {
  expect(await known({}, '2017-02-28')).toMatchObject({
    missingBounds: { yes: 1, no: 1, unknown: 5 },
    figure: { unknown: 5 },
    figureRecords: { totalCount: 5 },
  });
  expect((await known({}, '2017-03-01')).missingBounds).toMatchObject({ yes: 1, no: 2, unknown: 4 });
});

test('months that are kept tell the same on every day: what is heard after a window counts from its day on', async () => {
  const DAYS = [
    '2016-12-31',
    '2017-01-31',
    '2017-02-28',
    '2017-03-01',
    '2017-05-31',
    '2017-12-30',
    '2017-12-31',
  ];
  const POPULATIONS = ['MATURE', 'CLOSED', 'STARTED'];
  const everywhere = async () => {
    const told: unknown[] = [];
    for (const population of POPULATIONS)
      for (const day of DAYS) {
        // Counts exits in the same window, and no unknown: what is read of it is not enough for the rate.
        await ask(
          kit,
          staff,
          `{ figure(metric: COST_PER_POSITIVE_EXIT, asOf: "${day}", parameters: { population: ${population} }) { __typename } }`,
        );
        told.push((await known({ population }, day)).figure);
      }
    return told;
  };
  const counted = await everywhere();
  await refreshRollUps(kit.db, '2017-12-31');
  expect(await everywhere()).toEqual(counted);
});

test('where the rate is also among duos whose window runs, those of them without an exit are a part of their own', async () => {
  expect(await known({ population: 'STARTED' })).toMatchObject({
    missingBounds: { yes: 2, no: 3, unknown: 3, tooEarly: 2 },
    figure: { numerator: 2, denominator: 10, unknown: 3, notYetObservable: 2 },
    figureRecords: { totalCount: 3 },
  });
  expect((await known({ population: 'CLOSED' })).missingBounds).toMatchObject({ yes: 0, no: 1, unknown: 0 });
});

test('in each population the parts add up to whom the rate is among, and what is beside the figure is what is said of the unknown', async () => {
  const days = ['2016-12-31', '2017-02-28', '2017-12-31'];
  for (const population of ['MATURE', 'CLOSED', 'STARTED'])
    for (const day of days) {
      const { missingBounds, figure } = await known({ population }, day);
      if (missingBounds === null) continue;
      const { yes, no, unknown, tooEarly, ...bounds } = missingBounds;
      expect([population, day, yes, yes + no + unknown + tooEarly]).toEqual([
        population,
        day,
        figure.numerator,
        figure.denominator,
      ]);
      expect(unknown).toBe(figure.unknown);
      expect(tooEarly).toBe(population === 'MATURE' ? 0 : figure.notYetObservable);
      expect(figure.bounds).toEqual(unknown + tooEarly === 0 ? null : bounds);
      const { figureRecords } = await ask(
        kit,
        staff,
        `query ($branch: [ID!], $parameters: FigureParametersInput, $asOf: CalendarDay) {
          figureRecords(metric: POSITIVE_EXIT_RATE, filter: { branch: $branch }, parameters: $parameters, asOf: $asOf, standing: NOT_YET) { totalCount } }`,
        { branch: [followed], parameters: { population }, asOf: day },
      );
      expect(figureRecords.totalCount).toBe(figure.notYetObservable);
    }
  // By version 1 who has an exit is among the not yet observable too, so that neither says how many are open.
  expect(await known({ population: 'STARTED' }, '2017-12-31', 1)).toMatchObject({
    missingBounds: null,
    figure: { notYetObservable: 3, bounds: null },
  });
});

test('curves and windows end where fewer than one of twenty without an exit are followed any further', async () => {
  const { timeToExit } = await ask(
    kit,
    staff,
    `query ($branch: [ID!]) { timeToExit(metric: POSITIVE_EXIT_RATE, filter: { branch: $branch }, months: 24) { curves { lookedUntil } } }`,
    { branch: [followed] },
  );
  const looked: number[] = [];
  for (let windowMonths = 1; windowMonths <= 24; windowMonths += 1) {
    const { missingBounds } = await known({ windowMonths });
    if (missingBounds !== null && isLookedFor(missingBounds.no, missingBounds.no + missingBounds.unknown))
      looked.push(windowMonths);
  }
  expect(timeToExit.curves).toEqual([{ lookedUntil: 16 }]);
  expect(looked.at(-1)).toBe(16);
});

/** What a partner is answered that pays for such duos alone. */
async function answerOf(name: string, courses: readonly DuoCourse[], query: string) {
  const branch = await makeBranch(kit.db, name);
  await makeDuos(kit.db, branch, courses);
  const [partnerId, grantId] = [newId(), newId()];
  await kit.db.query(`insert into partner (id, name, kind) values ($1, $2, 'FOUNDATION')`, [partnerId, name]);
  await kit.db.query(
    `insert into funding_grant (id, reference, partner_id, kind, starts_on, ends_before, amount_cents, currency)
     values ($1, $2, $3, 'FUNDRAISING', '2015-09-01', '2018-01-01', 1, 'EUR')`,
    [grantId, name, partnerId],
  );
  await kit.db.query(
    `insert into earmark (duo_id, grant_id, share) select id, $1, 1 from duo where branch_id = $2`,
    [grantId, branch],
  );
  await kit.db.query('select rebuild_facts()');
  return ask(kit, viewerWith('PARTNER_MEMBER', { partnerId }), query);
}

/** Duos whose window is over: with an exit, without one and not heard of since, and known to have none. */
function courses(gender: string, [exits, unknown, known]: readonly [number, number, number]): DuoCourse[] {
  return [
    ...times(exits, { startedOn: '2016-01-15', trainedOn: '2016-05-01', gender }),
    ...times(unknown, { startedOn: '2016-01-15', searchedOn: '2016-05-01', gender }),
    ...times(known, { startedOn: '2016-01-15', searchedOn: '2017-05-01', gender }),
  ];
}

test('a partner is not told of how many it is not known where few are left who are known to have none', async () => {
  const toldOf = async (name: string, known: number): Promise<unknown> => {
    const query =
      '{ figure(metric: POSITIVE_EXIT_RATE) { ... on Figure { numerator denominator unknown } } }';
    return (await answerOf(name, courses('WOMAN', [40, 20, known]), query)).figure;
  };
  expect(await toldOf('Namur', 2)).toEqual({ numerator: 40, denominator: 62, unknown: null });
  expect(await toldOf('Mons', 8)).toEqual({ numerator: 40, denominator: 68, unknown: 20 });
});

test('a partner that subtracts finds of few neither that it is not known nor that there was no exit', async () => {
  const query = `{ all: figure(metric: POSITIVE_EXIT_RATE) { ...Told }
    groups: breakdown(metric: POSITIVE_EXIT_RATE, by: GENDER) { key result { ...Told } } }
    fragment Told on FigureResult { ... on Figure { numerator denominator unknown bounds { worst } } }`;
  const toldOf = async (name: string, men: readonly [number, number, number]) => {
    const { all, groups } = await answerOf(
      name,
      [...courses('WOMAN', [40, 27, 30]), ...courses('MAN', men)],
      query,
    );
    const of = (gender: string) => groups.find(({ key }: { key: string }) => key === gender)?.result;
    const [women, others] = [of('WOMAN'), of('MAN')];
    // Every rate is shown, and bounds where it is told of how many it is not known.
    for (const { denominator, unknown, bounds } of [all, women, others])
      expect([denominator > 0, bounds !== null]).toEqual([true, unknown !== null]);
    return [all.unknown, women.unknown, others.unknown];
  };
  // Of three men it is not known; of two men it is known that there was no exit.
  expect(await toldOf('Huy', [20, 3, 10])).toEqual([30, null, null]);
  expect(await toldOf('Spa', [20, 10, 2])).toEqual([37, null, null]);
  expect(await toldOf('Ath', [20, 10, 10])).toEqual([37, 27, 10]);
});
