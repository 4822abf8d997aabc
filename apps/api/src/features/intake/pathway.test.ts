import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

async function pathway(journey: string, more = ''): Promise<any[]> {
  const answer = await ask(
    kit,
    staff,
    `{ pathway(journey: ${journey}${more}) { stage reached came conversion interval { lower upper } medianDays
       lowerQuartileDays upperQuartileDays waiting medianDaysWaiting } }`,
  );
  return answer.pathway;
}

async function rateOf(metric: string, more = '') {
  const { figure } = await ask(
    kit,
    staff,
    `{ figure(metric: ${metric}${more}) { ... on Figure { value numerator denominator interval { lower upper } } } }`,
  );
  return figure;
}

describe('the way into a duo', () => {
  test.each([
    ['MENTEE', ['REGISTRATION_CONVERSION_RATE', 'INTAKE_CONVERSION_RATE', 'MATCH_CONVERSION_RATE']],
    ['MENTOR', ['MENTOR_INTERVIEW_RATE', 'MENTOR_TRAINING_RATE', 'MENTOR_MATCH_RATE']],
  ])('of a %s converts as the catalogue says', async (journey, metrics) => {
    for (const more of ['', ', period: {from: "2016-01-01", to: "2017-01-01"}', ', asOf: "2016-06-30"']) {
      const stages = await pathway(journey, more);
      for (const [index, metric] of metrics.entries()) {
        const { value, numerator, denominator, interval } = await rateOf(metric, more);
        const stage = stages[index + 1];
        expect(stage.came).toBe(numerator);
        expect(stages[index].reached).toBe(denominator);
        expect(stage.conversion).toBeCloseTo(value, 12);
        expect(stage.interval.lower).toBeCloseTo(interval.lower, 12);
      }
    }
  });

  test('takes as many days as the records say', async () => {
    const days: { days: number }[] = await kit.db.query(
      `select registered.reached_on - session.reached_on as days
       from stage_change as session join stage_change as registered using (person_id)
       where session.journey = 'MENTEE' and session.stage = 'INFO_SESSION'
         and registered.journey = 'MENTEE' and registered.stage = 'REGISTERED' order by 1`,
    );
    const [, registered] = await pathway('MENTEE');
    expect(days.length).toBe(registered.came);
    const middle = (days.length - 1) / 2;
    const median = ((days[Math.floor(middle)]?.days ?? 0) + (days[Math.ceil(middle)]?.days ?? 0)) / 2;
    expect(registered.medianDays).toBe(median);
    expect(registered.lowerQuartileDays).toBeLessThanOrEqual(median);
    expect(registered.upperQuartileDays).toBeGreaterThanOrEqual(median);
  });

  test('leaves everybody at one stage: who waits at each and who is in a duo are all', async () => {
    for (const more of ['', ', asOf: "2016-12-31"']) {
      const stages = await pathway('MENTEE', more);
      const waiting = stages.reduce((sum, stage) => sum + stage.waiting, 0);
      expect(waiting + stages.at(-1).reached).toBe(stages[0].reached);
    }
    const stages = await pathway('MENTEE');
    expect(stages.at(-1)).toMatchObject({ waiting: 0, medianDaysWaiting: null });
    expect(stages[0]).toMatchObject({ came: null, conversion: null, medianDays: null });
  });

  test.each(['2015-12-31', '2016-08-15', '2017-03-31', '2017-12-31'])(
    'counts who waits on %s by the steps up to it, and since which day half of them do',
    async (asOf) => {
      const columns = ['info_session_on', 'registered_on', 'intake_on', 'matched_on'];
      const stages = await pathway('MENTEE', `, asOf: "${asOf}"`);
      for (const [index, since] of columns.slice(0, -1).entries()) {
        const notLater = columns.slice(index + 1).map((later) => `(${later} is null or ${later} > $1)`);
        const [{ waiting, days }] = await kit.db.query(
          `select count(*)::int as waiting, percentile_cont(0.5) within group (order by $1::date - ${since}) as days
           from mentee_fact where info_session_on <= $1 and ${since} <= $1 and ${notLater.join(' and ')}`,
          [asOf],
        );
        expect(stages[index]).toMatchObject({ waiting, medianDaysWaiting: days });
      }
    },
  );

  test('refuses a day that has not come and a period that ends before it begins', async () => {
    for (const more of ['asOf: "2018-03-01"', 'period: {from: "2017-03-01", to: "2017-01-01"}']) {
      const { errors } = await askRaw(kit, staff, `{ pathway(journey: MENTEE, ${more}) { stage } }`);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });

  test('is of all time and branches where variables say nothing', async () => {
    const asked = `query ($asOf: CalendarDay, $period: PeriodInput, $branch: [ID!]) {
      pathway(journey: MENTEE, asOf: $asOf, period: $period, branch: $branch) { stage reached } }`;
    const answer = await ask(kit, staff, asked, { asOf: null, period: null, branch: null });
    expect(answer.pathway[0].reached).toBe((await pathway('MENTEE'))[0].reached);
  });

  test('of no branch is nobody', async () => {
    const [first, second] = await pathway('MENTOR', ', branch: []');
    expect(first).toMatchObject({ reached: 0, waiting: 0 });
    expect(second).toMatchObject({ came: 0, conversion: null, interval: null, medianDays: null });
  });
});
