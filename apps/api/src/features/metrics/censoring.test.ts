import { addDays } from '@tandem/domain/calendar-day';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const AS_OF = '2017-12-31';
const MONTH = 30.4375;
/**
 * Ten people, constructed so that the ways of counting differ: for how many months each could be followed, and after
 * how many months what happened. The right answer for those observable for twelve months is 3 of 6; counting everybody
 * gives 4 of 10, counting only resolved cases 4 of 7.
 */
const PEOPLE: readonly (readonly [followed: number, event: number | null, kind: 'EXIT' | 'OTHER' | null])[] =
  [
    [14, 2, 'EXIT'],
    [6, 5, 'EXIT'],
    [4, null, null],
    [20, 8, 'EXIT'],
    [15, 6, 'OTHER'],
    [7, null, null],
    [13, 11, 'EXIT'],
    [14, null, null],
    [18, 13, 'EXIT'],
    [3, null, null],
  ];
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit(AS_OF);
  const branch = await makeBranch(kit.db);
  const coordinator = await makeCoordinator(kit.db, branch);
  for (const [followed, event, kind] of PEOPLE) {
    const startedOn = addDays(AS_OF, -Math.round(followed * MONTH));
    const on = event === null ? null : addDays(startedOn, Math.round(event * MONTH));
    const { id } = await makeDuo(kit.db, branch, coordinator, {
      startedOn,
      ...(kind === 'OTHER' && on !== null && { closedOn: on }),
    });
    if (kind === 'EXIT')
      await kit.db.query(
        `insert into outcome (duo_id, observed_on, situation, evidence) values ($1, $2, 'TRAINING', 'DECLARED')`,
        [id, on],
      );
    await kit.db.query('select refresh_duo_facts($1)', [[id]]);
  }
});
afterAll(() => kit.close());

test('those not yet observable are neither successes nor failures, and are counted apart', async () => {
  const { mature, everybody } = await ask(
    kit,
    viewerWith('ADMINISTRATOR'),
    `{ mature: figure(metric: POSITIVE_EXIT_RATE) { ... on Figure { numerator denominator value notYetObservable } }
       everybody: figure(metric: POSITIVE_EXIT_RATE, parameters: {population: STARTED}) { ... on Figure { numerator denominator notYetObservable } } }`,
  );
  expect(mature).toEqual({ numerator: 3, denominator: 6, value: 0.5, notYetObservable: 4 });
  expect(everybody).toMatchObject({ numerator: 4, denominator: 10, notYetObservable: 4 });
});
