import { readFile } from 'node:fs/promises';
import { addDays } from '@tandem/domain/calendar-day';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const REFERENCE = new URL(
  '../../../../../packages/metrics/src/reference/cohort_censoring.json',
  import.meta.url,
);
const AS_OF = '2017-12-31';
const MONTH = 30.4375;
const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;
let reference: any;
let tenPeople: string;
let leapDay: string;
/** The people of the reference by their duo. */
const personOf = new Map<string, number>();

beforeAll(async () => {
  kit = await openTestkit(AS_OF);
  reference = JSON.parse(await readFile(REFERENCE, 'utf8'));
  tenPeople = await makeBranch(kit.db, 'Ten people');
  leapDay = await makeBranch(kit.db, 'Leap day');
  const coordinator = await makeCoordinator(kit.db, tenPeople);
  for (const { id, potential_followup_months, event_month, event } of reference.people) {
    const startedOn = addDays(AS_OF, -Math.round(potential_followup_months * MONTH));
    const on = event === null ? null : addDays(startedOn, Math.round(event_month * MONTH));
    const closedOn = event === 'comp' ? { closedOn: on ?? '' } : {};
    const duo = await makeDuo(kit.db, tenPeople, coordinator, { startedOn, ...closedOn });
    personOf.set(duo.id, id);
    if (event === 'pos') await exitOf(duo.id, on);
  }
  const duo = await makeDuo(kit.db, leapDay, coordinator, { startedOn: '2016-02-29' });
  await exitOf(duo.id, '2017-02-28');
});
afterAll(() => kit.close());

async function exitOf(duo: string, on: string | null): Promise<void> {
  await kit.db.query(
    `insert into outcome (duo_id, observed_on, recorded_on, situation, evidence) values ($1, $2::date, $2::date, 'TRAINING', 'DECLARED')`,
    [duo, on],
  );
  await kit.db.query('select refresh_duo_facts($1)', [[duo]]);
}

async function exits(branch: string, population: string, asOf = AS_OF): Promise<any> {
  const { figure } = await ask(
    kit,
    staff,
    `query ($filter: FigureFilterInput, $parameters: FigureParametersInput, $asOf: CalendarDay) {
      figure(metric: POSITIVE_EXIT_RATE, filter: $filter, parameters: $parameters, asOf: $asOf) {
        __typename ... on Figure { numerator denominator value notYetObservable } } }`,
    { filter: { branch: [branch] }, parameters: { population, windowMonths: reference.horizon }, asOf },
  );
  return figure;
}

test('those not yet observable are neither successes nor failures, and are counted apart', async () => {
  const { mature_cohort: mature, naive_all: naive, people } = reference;
  const notYetObservable = people.length - mature.den;
  expect(await exits(tenPeople, 'MATURE')).toMatchObject({
    numerator: mature.num,
    denominator: mature.den,
    value: mature.p,
    notYetObservable,
  });
  // Among all who started, who has an exit already is no longer open.
  const already = naive.num - mature.num;
  expect(already).toBeGreaterThan(0);
  expect(await exits(tenPeople, 'STARTED')).toMatchObject({
    numerator: naive.num,
    denominator: naive.den,
    value: naive.p,
    notYetObservable: notYetObservable - already,
  });
});

test('the duos below the figure are those of the people who could be followed for the whole window', async () => {
  const { figureRecords } = await ask(
    kit,
    staff,
    `query ($filter: FigureFilterInput) { figureRecords(metric: POSITIVE_EXIT_RATE, filter: $filter) { edges { node { duo { id } } } } }`,
    { filter: { branch: [tenPeople] } },
  );
  const people = figureRecords.edges.map(({ node }: any) => personOf.get(node.duo.id));
  expect(people.toSorted((a: number, b: number) => a - b)).toEqual(reference.mature_cohort.ids);
});

test('a window is over on its last day, and an exit on that day counts', async () => {
  expect(await exits(leapDay, 'MATURE', '2017-02-27')).toEqual({ __typename: 'NoData' });
  expect(await exits(leapDay, 'STARTED', '2017-02-27')).toMatchObject({
    numerator: 0,
    denominator: 1,
    notYetObservable: 1,
  });
  expect(await exits(leapDay, 'MATURE', '2017-02-28')).toMatchObject({
    numerator: 1,
    denominator: 1,
    notYetObservable: 0,
  });
});
