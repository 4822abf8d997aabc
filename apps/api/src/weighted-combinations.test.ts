import { newcombeInterval } from '@tandem/metrics/statistics/newcombe';
import { beforeAll, expect, test } from 'vitest';
import { kit, staff } from '../test/comparison-kit.ts';
import { makeDuos, times } from '../test/many-duos.ts';
import { makeBranch } from '../test/programme.ts';
import { ask } from '../test/testkit.ts';

const COMBINATIONS = `query ($id: ID!, $branch: ID!, $estimand: Estimand!) {
  compareWeighted(groupId: $id, metric: POSITIVE_EXIT_RATE, covariates: [GENDER, EDUCATION], estimand: $estimand, filter: {branch: [$branch]}) {
    ... on WeightedEffect { treated comparison leftOut leftOutTreated unknownTreated covariates
      unweighted { ...rates } weighted { ...rates } bounds { best { ...rates } }
      balance { covariate value treated comparison weightedTreated weightedComparison before after }
      combinations { keys isCompared treated { ...side } comparison { ...side } } } } }
  fragment rates on WeightedRates { treated comparison difference interval { lower upper } }
  fragment side on WeightedCombinationSide { people counted unknown weight }`;

interface Side {
  readonly people: number;
  readonly counted: number;
  readonly unknown: number;
  readonly weight: number | null;
}
interface Combination {
  readonly keys: readonly string[];
  readonly isCompared: boolean;
  readonly treated: Side;
  readonly comparison: Side;
}
interface Rates {
  readonly treated: number;
  readonly comparison: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}
interface Balance extends Omit<Rates, 'interval'> {
  readonly covariate: string;
  readonly value: string;
  readonly weightedTreated: number;
  readonly weightedComparison: number;
  readonly before: number;
  readonly after: number;
}
interface Effect {
  readonly treated: number;
  readonly comparison: number;
  readonly leftOut: number;
  readonly leftOutTreated: number;
  readonly unknownTreated: number;
  readonly covariates: readonly string[];
  readonly unweighted: Rates;
  readonly weighted: Rates;
  readonly bounds: { readonly best: Rates };
  readonly balance: readonly Balance[];
  readonly combinations: readonly Combination[];
}
const SIDES = ['treated', 'comparison'] as const;

let id: string;
let branch: string;

/** By gender and schooling: of participants those with an exit, without and unknown, of the group those with and without. */
const PEOPLE = [
  ['WOMAN', 'MASTER', [12, 5, 3], [6, 9]],
  ['WOMAN', 'BACHELOR', [4, 9, 0], [10, 8]],
  ['MAN', 'MASTER', [3, 4, 6], [7, 14]],
  // A combination that one side alone has, of values that both have.
  ['MAN', 'BACHELOR', [0, 0, 0], [5, 6]],
  ['WOMAN', 'UPPER_SECONDARY', [2, 1, 1], [0, 0]],
  ['MAN', 'UPPER_SECONDARY', [0, 0, 0], [3, 2]],
] as const;
/** Values that one side alone has. */
const ALONE = [
  ['WOMAN', 'BELOW_UPPER_SECONDARY', [2, 1, 1], [0, 0]],
  ['OTHER', 'BACHELOR', [0, 0, 0], [1, 1]],
] as const;

async function makePeople(rows: readonly (typeof PEOPLE | typeof ALONE)[number][]): Promise<void> {
  for (const [gender, educationLevel, [had, hadNot, open], [others, othersNot]] of rows) {
    const duo = { startedOn: '2016-02-01', gender, educationLevel };
    await makeDuos(kit.db, branch, [
      ...times(had, { ...duo, trainedOn: '2016-06-01' }),
      ...times(hadNot, { ...duo, searchedOn: '2017-03-01' }),
      ...times(open, { ...duo, searchedOn: '2016-06-01' }),
    ]);
    await kit.db.query(
      `insert into comparison_member (group_id, pseudonym, gender, education_level, started_on, observed_until, exit_on)
       select $1, $2 || '-' || $3 || number, $2, $3, '2016-03-01', '2017-06-15', case when number <= $4 then date '2016-05-10' end
       from generate_series(1, $5) as number`,
      [id, gender, educationLevel, others, others + othersNot],
    );
  }
}

beforeAll(async () => {
  branch = await makeBranch(kit.db, 'Namur');
  const [group] = await kit.db.query(
    `insert into comparison_group (name) values ('Job seekers') returning id`,
  );
  id = group.id;
  await makePeople(PEOPLE);
});

async function effectOf(estimand: 'TREATED' | 'ALL'): Promise<Effect> {
  return (await ask(kit, staff, COMBINATIONS, { id, branch, estimand })).compareWeighted;
}

/** What a side comes to over some combinations: people, each weighing as much as it says or the same. */
function sum(
  rows: readonly Combination[],
  side: (typeof SIDES)[number],
  of: keyof Side,
  weighted = false,
): number {
  return rows.reduce((all, row) => all + Number(row[side][of]) * (weighted ? (row[side].weight ?? 0) : 1), 0);
}

test.each(['TREATED', 'ALL'] as const)(
  'effect, bounds and balance can be recomputed from the combinations alone (%s)',
  async (estimand) => {
    const effect = await effectOf(estimand);
    const compared = effect.combinations.filter(({ isCompared }) => isCompared);
    expect(compared).toHaveLength(PEOPLE.length);
    for (const side of SIDES) {
      const people = sum(compared, side, 'people');
      const weight = sum(compared, side, 'people', true);
      const counted = sum(compared, side, 'counted', true);
      expect(people).toBe(effect[side]);
      expect(sum(compared, side, 'counted') / people).toBeCloseTo(effect.unweighted[side], 12);
      expect(counted / weight).toBeCloseTo(effect.weighted[side], 12);
      expect((counted + sum(compared, side, 'unknown', true)) / weight).toBeCloseTo(
        effect.bounds.best[side],
        9,
      );
    }
    const proportion = (side: (typeof SIDES)[number]) => ({
      successes: sum(compared, side, 'counted'),
      n: sum(compared, side, 'people'),
    });
    expect(effect.unweighted.interval).toEqual(
      newcombeInterval(proportion('treated'), proportion('comparison')),
    );
    expect(effect.balance).toHaveLength(5);
    for (const row of effect.balance) {
      const place = effect.covariates.indexOf(row.covariate);
      const having = compared.filter(({ keys }) => keys[place] === row.value);
      const share = (side: (typeof SIDES)[number], weighted: boolean) =>
        sum(having, side, 'people', weighted) / sum(compared, side, 'people', weighted);
      const [own, other] = [share('treated', false), share('comparison', false)];
      const variance = (p: number) => p * (1 - p);
      const unit = Math.sqrt(estimand === 'TREATED' ? variance(own) : (variance(own) + variance(other)) / 2);
      expect([row.treated, row.comparison]).toEqual([own, other].map((each) => expect.closeTo(each, 12)));
      expect(row.weightedTreated).toBeCloseTo(share('treated', true), 12);
      expect(row.weightedComparison).toBeCloseTo(share('comparison', true), 12);
      expect(row.before).toBeCloseTo((own - other) / unit, 12);
      expect(row.after).toBeCloseTo((share('treated', true) - share('comparison', true)) / unit, 12);
    }
  },
);

test('people of a value that one side alone has stand among the combinations, without a weight', async () => {
  await makePeople(ALONE);
  const effect = await effectOf('TREATED');
  expect([effect.leftOutTreated, effect.leftOut, effect.unknownTreated]).toEqual([4, 2, 10]);
  expect(effect.combinations.filter(({ isCompared }) => !isCompared)).toEqual([
    {
      keys: ['WOMAN', 'BELOW_UPPER_SECONDARY'],
      isCompared: false,
      treated: { people: 4, counted: 2, unknown: 1, weight: null },
      comparison: { people: 0, counted: 0, unknown: 0, weight: null },
    },
    {
      keys: ['OTHER', 'BACHELOR'],
      isCompared: false,
      treated: { people: 0, counted: 0, unknown: 0, weight: null },
      comparison: { people: 2, counted: 1, unknown: 0, weight: null },
    },
  ]);
  // In the order in which values are read; for the participants' effect each of them weighs the same.
  expect(effect.combinations.map(({ keys, treated }) => [...keys, treated.weight])).toEqual([
    ['WOMAN', 'BELOW_UPPER_SECONDARY', null],
    ['WOMAN', 'UPPER_SECONDARY', 1],
    ['WOMAN', 'BACHELOR', 1],
    ['WOMAN', 'MASTER', 1],
    ['MAN', 'UPPER_SECONDARY', null],
    ['MAN', 'BACHELOR', null],
    ['MAN', 'MASTER', 1],
    ['OTHER', 'BACHELOR', null],
  ]);
});
