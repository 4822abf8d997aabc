import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METRIC_CHECKS } from '../../test/metric-checks.ts';
import { makeBranch } from '../../test/programme.ts';
import { importSample } from '../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../test/testkit.ts';
import { generateProgramme } from './generate-programme.ts';
import type { Order } from './make-programme.ts';
import { TABLES } from './records.ts';

const DAY = '2026-11-25';
const ORDER: Order = { duos: 3000, seed: 7, until: DAY };
const SMALL: Order = { duos: 150, seed: 7, until: DAY };
const quiet = () => undefined;
const DAYS = ['2023-06-30', '2025-12-31', DAY];
/** Nobody loses a job here: see job-sustained.test.ts. */
const NEVER_LOST: ReadonlySet<string> = new Set([
  'JOB_SUSTAINED_3_RATE',
  'JOB_SUSTAINED_6_RATE',
  'JOB_SUSTAINED_12_RATE',
]);

let sample: Testkit;
let made: Testkit;

beforeAll(async () => {
  sample = await openTestkit('2017-12-31');
  await importSample(sample.db);
  made = await openTestkit(DAY);
  await generateProgramme(made.url, ORDER, quiet);
}, 120_000);
afterAll(async () => {
  await sample.close();
  await made.close();
});

/**
 * Shares of the sample, and by how much a programme of 3000 duos may be off: about three times the standard error of
 * the sample's own share, since its 471 duos are one draw as well.
 */
const SHARES: readonly (readonly [string, string, number])[] = [
  ['mentees who came into a duo', 'select avg((matched_on is not null)::int) from mentee_fact', 0.05],
  ['mentees who registered', 'select avg((registered_on is not null)::int) from mentee_fact', 0.05],
  ['mentees who came to an intake', 'select avg((intake_on is not null)::int) from mentee_fact', 0.05],
  ['women among mentees', `select avg((gender = 'WOMAN')::int) from mentee_fact`, 0.06],
  [
    'mentees without a diploma',
    `select avg((education_level = 'NO_RECOGNISED_DIPLOMA')::int) from mentee_fact`,
    0.06,
  ],
  ['masters among mentees', `select avg((education_level = 'MASTER')::int) from mentee_fact`, 0.05],
  ['Syrians in duos', `select avg((nationality = 'SY')::int) from duo_fact`, 0.05],
  ['residence ground not known in duos', 'select avg((residence_ground is null)::int) from duo_fact', 0.06],
  [
    'residence ground not known of mentees',
    'select avg((residence_ground is null)::int) from mentee_fact',
    0.06,
  ],
  ['months out of work, by 40', 'select avg(months_out_of_work) / 40 from mentee', 0.05],
  ['mentors for each duo', 'select (select count(*) from mentor)::float / (select count(*) from duo)', 0.06],
  ['trained mentors', 'select avg((trained_on is not null)::int) from mentor_fact', 0.09],
  ['mentors who are retired', `select avg((work_status = 'RETIRED')::int) from mentor`, 0.1],
  [
    'mentors whose company gives their time',
    'select (select count(*) from volunteer)::float / (select count(*) from mentor)',
    0.08,
  ],
  [
    'completed duos',
    `select avg((closure_reason = 'COMPLETED')::int) from duo where closed_on is not null`,
    0.06,
  ],
  [
    'length of closed duos, by 200 days',
    'select avg(closed_on - started_on) / 200 from duo where closed_on is not null',
    0.04,
  ],
  [
    'meetings of a closed duo, by 20',
    'select avg(cardinality(meeting_days)) / 20.0 from duo_fact where closed_on is not null',
    0.06,
  ],
  [
    'duos that meet seldom',
    'select avg((cardinality(meeting_days) < 12)::int) from duo_fact where closed_on - started_on > 170',
    0.07,
  ],
  ['meetings from afar', `select avg((mode = 'REMOTE')::int) from meeting`, 0.02],
  ['jobs among what is found', `select avg((situation = 'JOB')::int) from outcome`, 0.08],
  ['declared only', `select avg((evidence = 'DECLARED')::int) from outcome`, 0.08],
  [
    'open-ended contracts among jobs',
    `select avg((contract_type = 'OPEN_ENDED')::int) from outcome where situation = 'JOB'`,
    0.1,
  ],
  [
    'public money',
    `select sum(amount_cents) filter (where kind = 'PUBLIC_SUBSIDY') / sum(amount_cents) from funding_grant`,
    0.05,
  ],
  [
    'people on lists of events for each duo',
    'select (select count(*) from attendance)::float / (select count(*) from duo)',
    0.1,
  ],
  [
    'people on lists who came',
    `select avg((status = 'ATTENDED')::int) from attendance where status <> 'REGISTERED'`,
    0.06,
  ],
  [
    'salaries among costs',
    `select sum(amount_cents) filter (where category = 'SALARIES') / sum(amount_cents) from cost`,
    0.02,
  ],
  [
    'cost of a duo, by 10,000 euros',
    'select (select sum(amount_cents) from cost) / (select count(*) from duo) / 1000000',
    0.01,
  ],
];

test('a duo is recorded with its last meeting, so that no index over duos has to wait for the end of the transaction', async () => {
  expect(
    await made.db.query(
      `select id from duo left join (select duo_id, max(held_on) as last from meeting group by 1) as met on duo_id = id
       where last_meeting_on <> coalesce(last, '-infinity')`,
    ),
  ).toEqual([]);
  expect(await made.db.query('select indexrelid::regclass from pg_index where indcheckxmin')).toEqual([]);
});

test.each(SHARES)('%s: as in the sample', async (_, query, tolerance) => {
  const share = async ({ db }: Testkit) => Number(Object.values((await db.query(query))[0])[0]);
  const [own, other] = [await share(made), await share(sample)];
  expect(other).toBeGreaterThan(0);
  expect(Math.abs(own - other)).toBeLessThan(tolerance);
});

test.each([
  ['POSITIVE_EXIT_RATE', 0.09],
  ['STABLE_EMPLOYMENT_RATE', 0.09],
  ['COMPLETION_RATE', 0.06],
  ['MENTOR_LOYALTY_RATE', 0.09],
  ['MENTOR_RESPONSE_RATE', 0.08],
  ['SATISFACTION_RATE', 0.04],
  ['MEETING_REGULARITY_RATE', 0.06],
])('%s: as in the sample', async (metric, tolerance) => {
  const [own, other] = [await figure(made, metric, DAY), await figure(sample, metric, '2017-12-31')];
  const rate = ({ numerator, denominator }: any) => numerator / denominator;
  expect(Math.abs(rate(own) - rate(other))).toBeLessThan(tolerance);
});

async function figure(kit: Testkit, metric: string, asOf: string): Promise<any> {
  const query = `{ figure(metric: ${metric}, asOf: "${asOf}") { ... on Figure { numerator denominator } } }`;
  return (await ask(kit, viewerWith('ADMINISTRATOR'), query)).figure;
}

describe('a programme that was made', () => {
  test('has exactly the duos that were asked for, more from year to year', async () => {
    const years: { duos: string }[] = await made.db.query(
      `select count(*) as duos from duo group by (started_on - '${DAY}'::date) / 365 order by (started_on - '${DAY}'::date) / 365`,
    );
    const counts = years.map(({ duos }) => Number(duos));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3000);
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  });

  test.each(METRIC_CHECKS)('counts $id as the records do', async ({ id, sql }) => {
    for (const day of DAYS) {
      const [{ numerator, denominator }] = await made.db.query(sql, [day]);
      expect(Number(denominator ?? 1)).toBeGreaterThan(0);
      expect({ day, ...(await figure(made, id, day)) }).toEqual({
        day,
        numerator: Number(numerator),
        denominator: denominator === null ? null : Number(denominator),
      });
    }
  });

  // Where nobody counts, or everybody, any condition would agree.
  test.each(METRIC_CHECKS.filter(({ id, isRate }) => isRate && !NEVER_LOST.has(id)))(
    'has some that count for $id and some that do not',
    async ({ sql }) => {
      const shares = await Promise.all(
        DAYS.map(async (day) => {
          const [{ numerator, denominator }] = await made.db.query(sql, [day]);
          return Number(numerator) / Number(denominator);
        }),
      );
      expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
    },
  );

  test('stands under every index and constraint that the migrations made', async () => {
    const rules = async ({ db }: Testkit) =>
      db.query(
        `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint
         where connamespace = 'public'::regnamespace
         union all select tablename, indexname, indexdef, true from pg_indexes where schemaname = 'public' order by 1, 2, 3`,
      );
    expect(await rules(made)).toEqual(await rules(sample));
  });

  test('nothing of it lies after its day, and no step before the one before', async () => {
    const [late] = await made.db.query(
      `select (select count(*) from meeting where held_on > $1) + (select count(*) from outcome where observed_on > $1)
         + (select count(*) from response where answered_on > $1) + (select count(*) from cost where booked_on > $1)
         + (select count(*) from stage_change where reached_on > $1) + (select count(*) from time_entry where worked_on > $1)
         + (select count(*) from duo where started_on > $1 or closed_on > $1) + (select count(*) from event where held_on > $1)
         + (select count(*) from mentee_fact where registered_on < info_session_on or intake_on < registered_on or matched_on < intake_on)
         + (select count(*) from mentor_fact where interview_on < info_session_on or trained_on < interview_on or first_duo_on < trained_on) as count`,
      [DAY],
    );
    expect(late).toEqual({ count: 0 });
  });

  test('each duo is paid for once, within the period of its grants', async () => {
    const [wrong] = await made.db.query(
      `select (select count(*) from (select duo_id from earmark group by duo_id having sum(share) = 1) as whole) as whole,
         (select count(*) from earmark join duo on duo.id = duo_id join funding_grant as paying on paying.id = grant_id
           where started_on < starts_on or started_on >= ends_before) as outside`,
    );
    expect(wrong).toEqual({ whole: 3000, outside: 0 });
  });

  test('mentors have duos one after another', async () => {
    const [most] = await made.db.query(
      'select max(duos) as most from (select count(*) as duos from duo group by mentor_id) as each',
    );
    expect(most.most).toBeGreaterThanOrEqual(4);
  });
});

describe('seeds', () => {
  const digests = async ({ db }: Testkit) => {
    const found: Record<string, string> = {};
    for (const table of TABLES) {
      const [row] = await db.query(
        `select md5(string_agg(${table}::text, E'\\n' order by ${table}::text)) as digest from ${table}`,
      );
      found[table] = row.digest;
    }
    return found;
  };

  test(
    'the same gives the same records, down to their ids; another one gives others',
    { timeout: 60_000 },
    async () => {
      const kits = [await openTestkit(DAY), await openTestkit(DAY), await openTestkit(DAY)] as const;
      await generateProgramme(kits[0].url, SMALL, quiet);
      await generateProgramme(kits[1].url, SMALL, quiet);
      await generateProgramme(kits[2].url, { ...SMALL, seed: 8 }, quiet);
      const [first, second, third] = [await digests(kits[0]), await digests(kits[1]), await digests(kits[2])];
      expect(Object.values(first)).not.toContain(null);
      expect(second).toEqual(first);
      for (const table of ['duo', 'meeting', 'person'] as const) expect(third[table]).not.toBe(first[table]);
      for (const kit of kits) await kit.close();
    },
  );
});

describe('a database that is not empty', () => {
  test('is refused and left as it is', { timeout: 60_000 }, async () => {
    const kit = await openTestkit(DAY);
    await makeBranch(kit.db);
    await expect(generateProgramme(kit.url, SMALL, quiet)).rejects.toThrow(/already \(branch has rows\)/);
    expect(await kit.db.query('select name from branch')).toEqual([{ name: 'Bruxelles' }]);
    await kit.close();
  });

  test('what breaks off leaves nothing behind', { timeout: 60_000 }, async () => {
    const kit = await openTestkit(DAY);
    const rules = () => kit.db.query('select count(*) from pg_constraint');
    const before = await rules();
    const breakOff = (line: string) => {
      if (line.startsWith('Facts')) throw new Error('no room');
    };
    await expect(generateProgramme(kit.url, SMALL, breakOff)).rejects.toThrow('no room');
    expect(await kit.db.query('select from person')).toEqual([]);
    expect(await rules()).toEqual(before);
    await kit.close();
  });
});
