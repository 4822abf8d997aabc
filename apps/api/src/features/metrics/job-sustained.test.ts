import { afterAll, beforeAll, expect, test } from 'vitest';
import { METRIC_CHECKS } from '../../../test/metric-checks.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;

// Neither the sample nor a generated programme has anybody who lost a job.
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  const lost: { duo_id: string }[] = await kit.db.query(
    `insert into outcome (duo_id, observed_on, recorded_on, situation, evidence)
     select duo_id, began + 20 * (1 + place % 20)::integer, began + 20 * (1 + place % 20)::integer, 'JOB_SEARCH', 'DECLARED'
     from (
       select duo_id, min(observed_on) as began, row_number() over (order by min(observed_on), duo_id) as place
       from outcome where situation = 'JOB' and removed_at is null group by duo_id
     ) first_job
     where place % 3 = 0 and began + 20 * (1 + place % 20)::integer <= '2017-12-31'
     returning duo_id`,
  );
  if (lost.length < 20) throw new Error(`only ${lost.length} duos lost a job`);
  const seen: { duo_id: string }[] = await kit.db.query(
    `insert into outcome (duo_id, observed_on, recorded_on, situation, evidence)
     select duo_id, began + 370, began + 370, 'JOB', 'DECLARED'
     from (
       select duo_id, min(observed_on) as began, row_number() over (order by min(observed_on), duo_id) as place
       from outcome where situation = 'JOB' and removed_at is null group by duo_id
     ) first_job
     where place % 5 = 1 and began + 370 <= '2017-12-31'
     returning duo_id`,
  );
  await kit.db.query('select refresh_duo_facts($1)', [[...lost, ...seen].map(({ duo_id }) => duo_id)]);
}, 120_000);
afterAll(() => kit.close());

test.each(METRIC_CHECKS.filter(({ id }) => id.startsWith('JOB_SUSTAINED')))(
  '$id counts those who lost the job as the records do',
  async ({ id, sql }) => {
    const shares: number[] = [];
    for (const asOf of ['2016-12-31', '2017-06-30', '2017-12-31']) {
      const [{ numerator, denominator }] = await kit.db.query(sql, [asOf]);
      const { figure } = await ask(
        kit,
        viewerWith('ANALYST'),
        `{ figure(metric: ${id}, asOf: "${asOf}") { ... on Figure { numerator denominator } } }`,
      );
      expect({ asOf, ...figure }).toEqual({
        asOf,
        numerator: Number(numerator),
        denominator: Number(denominator),
      });
      shares.push(Number(numerator) / Number(denominator));
    }
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
  },
);

test.each([3, 6, 12])(
  'of those counted at %i months it says how many were seen in work then',
  async (months) => {
    const [by] = await kit.db.query(
      `with first_job as (
       select duo_id, (min(observed_on) + make_interval(months => $1))::date as due from outcome join duo on duo.id = duo_id
       where removed_at is null and situation = 'JOB' and observed_on >= started_on group by duo_id)
     select count(*) as seen from first_job
     where exists (select from outcome o where o.duo_id = first_job.duo_id and o.removed_at is null
         and o.situation = 'JOB' and o.observed_on between due and '2017-12-31')
       and not exists (select from outcome o where o.duo_id = first_job.duo_id and o.removed_at is null
         and o.situation <> 'JOB' and o.observed_on <= due
         and o.observed_on > (select min(j.observed_on) from outcome j where j.duo_id = o.duo_id and j.removed_at is null and j.situation = 'JOB'))`,
      [months],
    );
    const { missingBounds } = await ask(
      kit,
      viewerWith('ANALYST'),
      `{ missingBounds(metric: JOB_SUSTAINED_${months}_RATE) { yes seen } }`,
    );
    expect(missingBounds.seen).toBe(Number(by.seen));
    expect(missingBounds.seen).toBeLessThan(missingBounds.yes);
    expect(missingBounds.seen).toBeGreaterThan(0);
  },
);
