import { PEOPLE } from '@tandem/metrics/research/variable';
import { WITHHOLDING_ORDER } from '@tandem/metrics/research/withholding-places';
import { beforeAll, describe, expect, test } from 'vitest';
import { ALL_COLUMNS, countOf, kit, post, take, USE, type Row } from '../../../test/research-kit.ts';
import { ask, viewerWith } from '../../../test/testkit.ts';

/** Rows under the same pseudonym, where it is told. */
const rowsOf = (rows: readonly Row[], person: string): Row[][] => [
  ...Map.groupBy(
    rows.filter((row) => row[person] !== 'WITHHELD'),
    (row) => row[person] ?? '',
  ).values(),
];
const valuesOf = (rows: readonly Row[], name: string) => new Set(rows.map((row) => row[name]));

beforeAll(async () => {
  // The sample has nobody who was accompanied twice.
  const again: { mentee: string; mentor: string; branch: string; coordinator: string }[] = await kit.db.query(
    `with free as (
       select id as mentor_id, branch_id, row_number() over (partition by branch_id order by id) as place
       from mentor where not exists (select from duo where mentor_id = mentor.id and coalesce(closed_on >= '2017-12-15', true))
     ), done as (
       select mentee_id, branch_id, coordinator_id, row_number() over (partition by branch_id order by mentee_id) as place
       from duo where closed_on < '2017-12-15' and coordinator_id is not null
     )
     select mentee_id as mentee, mentor_id as mentor, branch_id as branch, coordinator_id as coordinator
     from free join done using (branch_id, place) limit 12`,
  );
  for (const { mentee, mentor, branch, coordinator } of again) {
    const input = {
      menteeId: mentee,
      mentorId: mentor,
      branchId: branch,
      coordinatorId: coordinator,
      startedOn: '2017-12-15',
    };
    const { startDuo } = await ask(
      kit,
      viewerWith('ADMINISTRATOR'),
      'mutation ($input: StartDuoInput!) { startDuo(input: $input) { __typename ... on Refusal { code field } } }',
      { input },
    );
    if (startDuo.__typename !== 'Duo') throw new Error(JSON.stringify(startDuo));
  }
});

describe('a group of a data set', () => {
  test('is of k people, not of k rows', async () => {
    const columns = ['mentor', 'branch', 'mentor_gender', 'mentor_sector'];
    const groupsOf = async (smallestGroup: number) => {
      const { rows } = await take({ columns, smallestGroup });
      const whole = rows.filter(({ mentor }) => mentor !== 'WITHHELD');
      return [
        ...Map.groupBy(whole, (row) =>
          [row['branch'], row['mentor_gender'], row['mentor_sector']].join(),
        ).values(),
      ];
    };
    const mentorsIn = (group: readonly Row[]) => valuesOf(group, 'mentor').size;
    // There are such as would have passed for five: rows enough, of fewer mentors.
    expect((await groupsOf(1)).filter((group) => group.length >= 5 && mentorsIn(group) < 5)).not.toEqual([]);
    const safe = await groupsOf(5);
    expect(safe.length).toBeGreaterThan(3);
    for (const group of safe) expect(mentorsIn(group)).toBeGreaterThanOrEqual(5);
  });

  test('is refused where the whole set is of too few of them', async () => {
    const [{ id, from, to }] = await kit.db.query(
      `select branch_id as id, min(started_on) as from, (min(started_on) + 400)::text as to from duo group by 1 order by count(*) limit 1`,
    );
    const branch = [id];
    const period = { from, to };
    const { rows } = await take({ columns: ['mentee', 'mentor'], branch, period, smallestGroup: 1 });
    const mentors = valuesOf(rows, 'mentor').size;
    expect(mentors).toBeLessThan(rows.length);
    expect((await post({ ...USE, columns: ['duo'], branch, period, smallestGroup: mentors })).status).toBe(
      200,
    );
    const refused = await post({ ...USE, columns: ['duo'], branch, period, smallestGroup: mentors + 1 });
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: [{ extensions: { code: 'TOO_FEW_PEOPLE' } }] },
    ]);
  });
});

describe('what is withheld in one row', () => {
  test.each([
    ['all columns', ALL_COLUMNS],
    ['the place', ['mentee', 'mentor', 'branch', 'mentee_education', 'mentee_age_band', 'mentee_gender']],
    ['the mentor', ['mentee', 'mentor', 'start_month', 'mentor_sector', 'mentor_gender', 'mentee_gender']],
    ['the mentee', ['mentee', 'mentor', 'start_month', 'mentee_referral', 'mentor_gender', 'mentee_gender']],
  ])('is told by no other row under the same pseudonym: %s', async (_, columns) => {
    const open = await take({ columns: ALL_COLUMNS, smallestGroup: 1 });
    const { rows, codebook } = await take({ columns, smallestGroup: 5 });
    for (const person of PEOPLE) {
      const several = rowsOf(open.rows, person).filter(({ length }) => length > 1);
      expect(several.length).toBeGreaterThan(5);
      // Whatever a pseudonym turns out to determine, not what is said of a variable.
      const shared = WITHHOLDING_ORDER.filter(
        (name) => columns.includes(name) && several.every((own) => valuesOf(own, name).size === 1),
      );
      expect(shared).not.toEqual([]);
      for (const own of rowsOf(rows, person))
        for (const name of shared) {
          const values = valuesOf(own, name);
          expect([name, values.has('WITHHELD') && values.size > 1]).toEqual([name, false]);
        }
      const line = codebook.find(({ variable }) => variable === person);
      expect(line?.['missing_codes']).toContain('WITHHELD');
      expect(Number(line?.['rows_withheld'])).toBe(countOf(rows, { [person]: 'WITHHELD' }));
    }
  });

  test('leaves pseudonyms alone that say nothing of it', async () => {
    const { rows, readme } = await take({ columns: ['mentee', 'mentor', 'start_month'], smallestGroup: 20 });
    expect(countOf(rows, { start_month: 'WITHHELD' })).toBeGreaterThan(0);
    expect(countOf(rows, { mentee: 'WITHHELD' }) + countOf(rows, { mentor: 'WITHHELD' })).toBe(0);
    expect(readme).not.toContain('mentor: in');
  });
});
