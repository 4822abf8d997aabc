import { describe, expect, onTestFinished, test } from 'vitest';
import { branch, kit, staff, takeGroups } from '../test/comparison-kit.ts';
import { makeDuos, times } from '../test/many-duos.ts';
import { makeBranch } from '../test/programme.ts';
import { ask, askRaw, viewerWith } from '../test/testkit.ts';

/** Ten times the untreated of the same table, and two whom nobody is like or who were not followed for a year. */
function rows(): string[] {
  const person = (gender: string, index: number, exit: string, until = '15/06/2017') =>
    `Demandeurs 2016;${gender}-${index};${gender};;01/03/2016;${until};${exit};`;
  return [
    ...Array.from({ length: 40 }, (_, index) => person('h', index, index < 10 ? '10/05/2016' : '')),
    ...Array.from({ length: 30 }, (_, index) => person('f', index, index < 20 ? '10/05/2016' : '')),
    person('x', 1, '10/05/2016'),
    person('f', 99, '', '01/09/2016'),
  ];
}

test('a file is recognised, checked and taken in; the same file again adds nothing', async () => {
  const checked = await takeGroups(rows(), true);
  expect(checked.files[0]).toMatchObject({ kind: 'COMPARISONS', problem: null, accepted: 72, refused: 0 });
  expect((await takeGroups(rows())).added).toEqual({ COMPARISONS: 72 });
  const again = await takeGroups(rows());
  expect([again.added, again.unchanged, again.named.COMPARISON_GROUP]).toEqual([
    { COMPARISONS: 0 },
    { COMPARISONS: 72 },
    [],
  ]);
});

const GROUPS = '{ comparisonGroups { id name source people firstStart observedUntil version removed } }';
const groupOf = async (viewer = staff) => (await ask(kit, viewer, GROUPS)).comparisonGroups[0];
const COMPARE = `query ($id: ID!, $covariates: [Dimension!], $estimand: Estimand, $parameters: FigureParametersInput, $metric: MetricId = POSITIVE_EXIT_RATE, $period: PeriodInput, $filter: FigureFilterInput) {
  compareWeighted(groupId: $id, metric: $metric, covariates: $covariates, estimand: $estimand, parameters: $parameters, period: $period, filter: $filter) {
    ... on WeightedEffect { group { name } treated comparison leftOut leftOutTreated unknownTreated followedTooShort effectiveTreated effectiveComparison largestWeightShare
      unweighted { ...rates } weighted { ...rates } bounds { best { ...rates } verdict caution } verdict isBalanced
      balance { covariate value treated comparison weightedTreated weightedComparison before after } }
    ... on NoWeightedEffect { reason treated comparison oneSided { covariate value treated comparison } helpsWithout } } }
  fragment rates on WeightedRates { treated comparison difference interval { lower upper } }`;
async function compared(variables: object): Promise<any> {
  const { id } = await groupOf();
  return (await ask(kit, staff, COMPARE, { id, covariates: ['GENDER'], ...variables })).compareWeighted;
}

interface Balance {
  readonly covariate: string;
  readonly value: string;
}
describe('a weighted comparison', () => {
  test('holds participants against people who are weighted to look like them', async () => {
    const effect = await compared({});
    // Followed for less than a year: one; like no participant: one.
    expect(effect).toMatchObject({ treated: 130, comparison: 70, leftOut: 1, isBalanced: true });
    expect(effect.followedTooShort).toBe(1);
    expect(effect.unweighted.treated).toBeCloseTo(7 / 13, 9);
    expect(effect.unweighted.comparison).toBeCloseTo(3 / 7, 9);
    // Newcombe's interval of 70 of 130 less 30 of 70, worked from Wilson's limits of each.
    expect(effect.unweighted.interval.lower).toBeCloseTo(-0.034778894, 9);
    expect(effect.unweighted.interval.upper).toBeCloseTo(0.247285652, 9);
    expect(effect.weighted.treated).toBeCloseTo(7 / 13, 9);
    expect(effect.weighted.comparison).toBeCloseTo((4 * (1 / 4) + 9 * (2 / 3)) / 13, 7);
    expect(effect.effectiveComparison).toBeCloseTo(130 ** 2 / (40 + 30 * 9), 6);
    expect(effect.verdict).toBe('NOT_CLEAR');
    const women = effect.balance.find(({ value }: Balance) => value === 'WOMAN');
    expect(women.before).toBeCloseTo((9 / 13 - 3 / 7) / Math.sqrt((9 / 13) * (4 / 13)), 9);
    expect(women.after).toBeCloseTo(0, 6);
    expect(women).toMatchObject({ covariate: 'GENDER', treated: 9 / 13, comparison: 3 / 7 });
  });

  test.each(['TREATED', 'ALL'])(
    'says within what the effect lies whatever became of the unknown (%s)',
    async (estimand) => {
      // The one of another gender has nobody like him, and for both groups together there would be no effect.
      onTestFinished(() =>
        kit.db.query(`update comparison_member set gender = 'OTHER' where pseudonym = 'x-1'`),
      );
      await kit.db.query(`update comparison_member set gender = 'MAN' where pseudonym = 'x-1'`);
      const effect = await compared({ estimand });
      // Of the sixty without an exit nothing is known after the fourth of the twelve months: all could have had one.
      expect(effect.unknownTreated).toBe(60);
      expect(effect.bounds).toMatchObject({ caution: 'NOBODY_FOLLOWED', verdict: 'HIGHER' });
      expect(effect.bounds.best.treated).toBeCloseTo(1, 9);
      expect(effect.bounds.best.comparison).toBeCloseTo(effect.weighted.comparison, 9);
      expect(effect.bounds.best.difference).toBeCloseTo(1 - effect.weighted.comparison, 9);
      expect(effect.bounds.best.interval.lower).toBeGreaterThan(effect.weighted.interval.upper);
    },
  );

  test('has no bounds where it is known of everybody', async () => {
    const known = await makeBranch(kit.db, 'Known');
    onTestFinished(() => kit.db.query(`delete from duo_fact where branch_id = $1`, [known]));
    const duo = { startedOn: '2016-02-01', gender: 'MAN' };
    await makeDuos(kit.db, known, [
      ...times(20, { ...duo, trainedOn: '2016-06-01' }),
      ...times(10, { ...duo, searchedOn: '2017-03-01' }),
    ]);
    expect(await compared({ filter: { branch: [known] } })).toMatchObject({
      treated: 30,
      unknownTreated: 0,
      bounds: null,
    });
  });

  test('leaves participants out whom nobody outside is like, and says how many', async () => {
    const other = await makeBranch(kit.db, 'Other');
    await makeDuos(kit.db, other, [
      ...times(30, { startedOn: '2016-02-01', trainedOn: '2016-06-01', gender: 'MAN' }),
      ...times(5, { startedOn: '2016-02-01', gender: 'WOMAN', educationLevel: 'MASTER' }),
    ]);
    const compareWeighted = await compared({
      covariates: ['GENDER', 'EDUCATION'],
      filter: { branch: [other] },
    });
    // With the five women goes everybody outside who is a woman; the one of another gender has nobody either.
    expect(compareWeighted).toMatchObject({ treated: 30, leftOutTreated: 5, comparison: 40, leftOut: 31 });
    // Of the women nothing is known, and they are not compared.
    expect(compareWeighted.unknownTreated).toBe(0);
    expect(compareWeighted.balance.map(({ value }: Balance) => value)).toEqual(['MAN', 'UNKNOWN']);
    await kit.db.query(`delete from duo_fact where branch_id = $1`, [other]);
  });

  test('says which values only one side has where there is no fit', async () => {
    expect(await compared({ estimand: 'ALL' })).toEqual({
      reason: 'SEPARATED',
      treated: 130,
      comparison: 71,
      oneSided: [{ covariate: 'GENDER', value: 'OTHER', treated: 0, comparison: 1 }],
      // Weighed by nothing there is no comparison.
      helpsWithout: [],
    });
    // Of those outside no country is known.
    expect(await compared({ covariates: ['COUNTRY'] })).toMatchObject({
      reason: 'SEPARATED',
      oneSided: [
        { value: 'BE', treated: 130, comparison: 0 },
        { value: 'UNKNOWN', treated: 0, comparison: 71 },
      ],
    });
    expect(await compared({ parameters: { windowMonths: 22 } })).toMatchObject({
      reason: 'ONE_GROUP',
      comparison: 0,
    });
  });

  test('says without which covariates there is an effect', async () => {
    onTestFinished(() =>
      kit.db.query(`update comparison_member set gender = 'OTHER' where pseudonym = 'x-1';
        update comparison_member set country = null`),
    );
    // Of one person alone, outside, the country is not recorded; of another it is, who alone is of another gender.
    await kit.db.query(`update comparison_member set country = 'BE' where pseudonym <> 'h-1'`);
    const both = { covariates: ['GENDER', 'COUNTRY', 'EDUCATION'], estimand: 'ALL' };
    expect(await compared(both)).toMatchObject({
      reason: 'SEPARATED',
      oneSided: [
        { covariate: 'GENDER', value: 'OTHER', treated: 0, comparison: 1 },
        { covariate: 'COUNTRY', value: 'UNKNOWN', treated: 0, comparison: 1 },
      ],
      helpsWithout: ['GENDER', 'COUNTRY'],
    });
    expect(await compared({ ...both, covariates: ['EDUCATION'] })).toMatchObject({ comparison: 71 });
    await kit.db.query(`update comparison_member set gender = 'MAN' where pseudonym = 'x-1'`);
    const country = await compared({ ...both, covariates: ['GENDER', 'COUNTRY'] });
    expect(country).toMatchObject({ reason: 'SEPARATED', helpsWithout: ['COUNTRY'] });
    expect(country.oneSided).toMatchObject([{ covariate: 'COUNTRY', value: 'UNKNOWN' }]);
    expect(await compared({ ...both, covariates: ['GENDER'] })).toMatchObject({ comparison: 71 });
    // The participants' effect leaves such people out, and needs nothing else.
    expect(await compared({ covariates: ['GENDER', 'COUNTRY'] })).toMatchObject({
      comparison: 70,
      leftOut: 1,
    });
  });

  test('offers to leave nothing out where there are too few people whatever they have', async () => {
    const few = await makeBranch(kit.db, 'Few');
    await makeDuos(
      kit.db,
      few,
      times(3, { startedOn: '2016-02-01', gender: 'MAN', educationLevel: 'MASTER' }),
    );
    onTestFinished(() => kit.db.query(`delete from duo_fact where branch_id = $1`, [few]));
    const only = { covariates: ['GENDER', 'EDUCATION'], filter: { branch: [few] } };
    expect(await compared(only)).toMatchObject({ reason: 'SEPARATED', helpsWithout: [] });
  });

  test('is about those who began in a period, on both sides', async () => {
    const within = (from: string, to: string) => compared({ period: { from, to } });
    expect(await within('2016-02-01', '2016-03-02')).toMatchObject({ treated: 130, comparison: 70 });
    // Those outside all began on the first of March.
    expect(await within('2016-02-01', '2016-03-01')).toMatchObject({
      reason: 'ONE_GROUP',
      treated: 130,
      comparison: 0,
    });
  });

  test('takes what says the same twice once: nobody’s age and schooling are known', async () => {
    const effect = await compared({ covariates: ['GENDER', 'AGE_BAND', 'EDUCATION', 'OUT_OF_WORK'] });
    expect(effect.weighted.comparison).toBeCloseTo(7 / 13, 7);
    expect(effect.balance.map(({ covariate, value }: Balance) => `${covariate} ${value}`)).toEqual([
      'GENDER WOMAN',
      'GENDER MAN',
      'AGE_BAND UNKNOWN',
      'EDUCATION UNKNOWN',
      'OUT_OF_WORK UNKNOWN',
    ]);
  });

  test('says nothing of few', async () => {
    const own = { filter: { branch: [await makeBranch(kit.db, 'Small')] } };
    await makeDuos(kit.db, own.filter.branch[0] ?? '', times(3, { startedOn: '2016-02-01', gender: 'MAN' }));
    expect(await compared(own)).toMatchObject({ reason: 'TOO_FEW', treated: 3, comparison: 71 });
    await kit.db.query(`delete from duo_fact where branch_id = $1`, own.filter.branch);
  });

  test('is of exits from the start, by what both sides have', async () => {
    const { id } = await groupOf();
    for (const variables of [
      { metric: 'COMPLETION_RATE' },
      { covariates: ['BRANCH'] },
      { covariates: [] },
      { parameters: { anchor: 'CLOSURE' } },
    ]) {
      const { errors } = await askRaw(kit, staff, COMPARE, { id, ...variables });
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
    expect(await ask(kit, staff, COMPARE, { id: branch })).toEqual({ compareWeighted: null });
    onTestFinished(() => kit.db.query('update comparison_group set removed_at = null'));
    await kit.db.query('update comparison_group set removed_at = now()');
    expect(await ask(kit, staff, COMPARE, { id })).toEqual({ compareWeighted: null });
    const partner = viewerWith('PARTNER_ADMINISTRATOR', { partnerId: branch });
    const { errors } = await askRaw(kit, partner, COMPARE, { id });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
