import { METRICS } from '@tandem/metrics/catalogue';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromFacts, kit, RESULT, staff } from '../../../test/roll-ups-kit.ts';
import { makeDuo } from '../../../test/programme.ts';
import { ask } from '../../../test/testkit.ts';
import { refreshRollUps } from './roll-ups.ts';

/** What is read of each group for the figures of a field. */
async function rowsOf(today: string, field: string): Promise<{ asOf: string; span: number }[]> {
  const answer = await ask(
    { ...kit, today },
    staff,
    `{ ${field} { result { ... on Figure { statement { text values } } } } }`,
  );
  const { statement } = Object.values<any>(answer)
    .flat()
    .map(({ result }) => result)
    .find((result) => result.statement !== undefined);
  const placed = /unnest\(\$(\d+)::date\[\], \$(\d+)::smallint\[\]/.exec(statement.text);
  const [days, spans] = [placed?.[1], placed?.[2]].map((place) =>
    statement.values[Number(place) - 1].slice(1, -1).split(','),
  );
  return days.map((asOf: string, index: number) => ({ asOf, span: Number(spans[index]) }));
}

describe('what is kept of months is added up in spans that are over', () => {
  const lookedAt = { today: '2020-02-10' };
  beforeAll(() => refreshRollUps(kit.db, lookedAt.today));

  const groups = 'breakdown(metric: COST_PER_DUO, by: BRANCH';
  test.each([
    ['groups', `${groups})`, 48],
    ['groups of a period', `${groups}, period: {from: "2015-11-01", to: "2017-05-01"})`, 12],
    ['years', 'trend(metric: COST_PER_DUO, step: YEAR)', 12],
    ['quarters', 'trend(metric: COST_PER_DUO, step: QUARTER)', 3],
    ['months', 'trend(metric: COST_PER_DUO, step: MONTH)', 1],
  ])('%s', async (_, field, widest) => {
    expect(Math.max(...(await rowsOf(lookedAt.today, field)).map(({ span }) => span))).toBe(widest);
  });

  test('and as of the day, where months are kept as of it', async () => {
    const today = '2017-12-31';
    await refreshRollUps(kit.db, today);
    const all = 'breakdown(metric: DUOS_STARTED, by: BRANCH)';
    const months = await kit.db.query(
      `select 1 from rollup_month where source = 'duosByStart' and as_of = $1`,
      [today],
    );
    expect(months.length).toBe(12);
    const rows = (await rowsOf(today, all)).filter((row) => row.asOf === today);
    expect(rows.map(({ span }) => span)).toEqual([48]);
    // Of some of these months alone, none that is wider than they are.
    const some =
      'breakdown(metric: DUOS_STARTED, by: BRANCH, period: {from: "2017-05-01", to: "2018-01-01"})';
    expect((await rowsOf(today, some)).filter((row) => row.asOf === today).map(({ span }) => span)).toEqual([
      3, 3, 1, 1,
    ]);
    await refreshRollUps(kit.db, lookedAt.today);
  });

  test('and as of the day what no longer differs is not kept any more, nor a month that nobody is of', async () => {
    const today = '2017-12-31';
    await refreshRollUps(kit.db, today);
    const kept = () =>
      kit.db.query(
        // Without sums of what is over: those of the other day are there too.
        'select source, as_of, span, dimension, key, month, measures from rollup where as_of = $1 or span = 1 order by 1, 2, 3, 4, 5, 6',
        [today],
      );
    const yearsAsOf = async () => {
      const rows: { year: number }[] = await kit.db.query(
        `select distinct extract(year from month)::int as year from rollup_month where source = 'duosByStart' and as_of = $1 order by 1`,
        [today],
      );
      return rows.map(({ year }) => year);
    };
    const [{ branch, coordinator: who }] = await kit.db.query(
      'select branch_id as branch, id as coordinator from coordinator order by name limit 1',
    );
    const { id } = await makeDuo(kit.db, branch, who, { startedOn: '2016-03-01', closedOn: '2016-09-01' });
    const write = async (change: string) => {
      await kit.db.query(`update duo set ${change} where id = $1`, [id]);
      await kit.db.query('select refresh_duo_facts($1)', [[id]]);
      await refreshRollUps(kit.db, today);
      const now = await kept();
      await kit.db.query('delete from rollup_source');
      await refreshRollUps(kit.db, today);
      expect(await kept()).toEqual(now);
      return now;
    };
    const before = await write(`closed_on = '2016-09-01'`);
    expect(await yearsAsOf()).toEqual([2017]);
    // A closure that is yet to come: what its month counts depends on the day.
    await write(`closed_on = '2018-02-01'`);
    expect(await yearsAsOf()).toEqual([2016, 2017]);
    expect(await write(`closed_on = '2016-09-01'`)).toEqual(before);
    // The only one of its month, and then of another one.
    await write(`started_on = '2013-05-01', closed_on = '2018-02-01'`);
    expect(await yearsAsOf()).toEqual([2013, 2017]);
    await write(`started_on = '2013-07-01'`);
    expect(await yearsAsOf()).toEqual([2013, 2017]);
    expect(await write(`started_on = '2016-03-01', closed_on = '2016-09-01'`)).toEqual(before);
    await refreshRollUps(kit.db, lookedAt.today);
  });

  test('and is what the facts are', { timeout: 60_000 }, async () => {
    const asked = { ...kit, ...lookedAt };
    const figures = async () => {
      const answers: unknown[] = [];
      for (const { id } of METRICS)
        answers.push(
          await ask(
            asked,
            staff,
            `{ figure(metric: ${id}) { ${RESULT} } trend(metric: ${id}, step: QUARTER) { key result { ${RESULT} } } }`,
          ),
        );
      return answers;
    };
    expect(await figures()).toEqual(await fromFacts(figures));
  });
});
