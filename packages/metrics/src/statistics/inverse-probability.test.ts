import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightedEffect, type TwoGroups, type WeightedEffect } from './inverse-probability.ts';

interface Published {
  readonly rows: readonly (readonly [number, number, number])[];
  readonly crude: {
    readonly treated: readonly [number, number];
    readonly comparison: readonly [number, number];
  };
  readonly weighted: { readonly treated: number; readonly comparison: number };
}
const published: Published = JSON.parse(
  readFileSync(new URL('../reference/inverse_probability_what_if.json', import.meta.url), 'utf8'),
);

function effectOf(groups: TwoGroups, estimand?: 'TREATED' | 'ALL'): WeightedEffect {
  const effect = weightedEffect(groups, estimand);
  if ('reason' in effect) throw new Error(effect.reason);
  return effect;
}

const twenty: TwoGroups = {
  covariates: [{ name: 'L', values: published.rows.map(([covariate]) => covariate) }],
  treated: published.rows.map(([, treated]) => treated),
  outcome: published.rows.map(([, , outcome]) => outcome),
};

test('twenty people: crude risks differ, weighted to all of them they are equal, as published', () => {
  const { unweighted, weighted, rows } = effectOf(twenty, 'ALL');
  expect(rows).toEqual({ treated: published.crude.treated[1], comparison: published.crude.comparison[1] });
  expect(unweighted.treated).toBeCloseTo(published.crude.treated[0] / published.crude.treated[1], 12);
  expect(unweighted.comparison).toBeCloseTo(
    published.crude.comparison[0] / published.crude.comparison[1],
    12,
  );
  expect(weighted.treated).toBeCloseTo(published.weighted.treated, 9);
  expect(weighted.comparison).toBeCloseTo(published.weighted.comparison, 9);
});

test('the same twenty, weighted to the treated, worked by hand', () => {
  const { weighted, weights, balance, effectiveRows, largestWeightShare, standardError } = effectOf(twenty);
  // Of the 13 treated 4 have L = 0 and 9 have L = 1; of the 4 and 3 others 1 and 2 had the outcome.
  expect(weighted.treated).toBeCloseTo(7 / 13, 9);
  expect(weighted.comparison).toBeCloseTo((4 * (1 / 4) + 9 * (2 / 3)) / 13, 9);
  expect([weights[0], weights[8]].map((weight) => Number(weight?.toFixed(9)))).toEqual([1, 3]);
  expect(largestWeightShare).toBeCloseTo(3 / 13, 9);
  expect(effectiveRows.treated).toBeCloseTo(13, 9);
  expect(effectiveRows.comparison).toBeCloseTo(13 ** 2 / (4 * 1 + 3 * 9), 9);
  // The share with L is 9 of 13 against 3 of 7, in standard deviations of the treated.
  expect(balance[0]?.before).toBeCloseTo((9 / 13 - 3 / 7) / Math.sqrt((9 / 13) * (4 / 13)), 9);
  expect(balance[0]?.after).toBeCloseTo(0, 9);
  // In a saturated model the sandwich is what the strata give by themselves: own rows less the mean of their stratum's
  // others, and the others' spread in their stratum, carried by as many treated as it has.
  expect(standardError).toBeCloseTo(Math.sqrt(byStrata(twenty)), 9);
});

test('sixteen people and a number that does not fall into strata: the sandwich as R gives it', () => {
  const sixteen: TwoGroups = {
    covariates: [{ name: 'age', values: [19, 23, 21, 30, 27, 25, 22, 28, 24, 26, 20, 29, 31, 18, 23, 27] }],
    treated: [1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1],
    outcome: [1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1],
  };
  // R 4.2.2: glm for the chances, the stacked estimating equations differentiated numerically.
  const own = effectOf(sixteen);
  expect(own.weighted.difference).toBeCloseTo(0.4348404976, 8);
  expect(own.standardError).toBeCloseTo(0.2574456679, 7);
  const all = effectOf(sixteen, 'ALL');
  expect(all.weighted.treated).toBeCloseTo(0.6638921317, 8);
  expect(all.weighted.comparison).toBeCloseTo(0.3449428188, 8);
  expect(all.standardError).toBeCloseTo(0.2439925343, 7);
});

/** The variance of a difference weighted to the treated, stratum by stratum. */
function byStrata({ treated, outcome, covariates }: TwoGroups): number {
  const rows = Array.from(treated, (value, row) => ({
    treated: value === 1,
    outcome: outcome[row] ?? 0,
    stratum: covariates[0]?.values[row] ?? 0,
  }));
  const mean = (list: typeof rows) => list.reduce((sum, one) => sum + one.outcome, 0) / list.length;
  const own = rows.filter((row) => row.treated);
  const others = (stratum: number) => rows.filter((row) => !row.treated && row.stratum === stratum);
  const ownIn = (stratum: number) => own.filter((row) => row.stratum === stratum).length;
  const difference = mean(own) - own.reduce((sum, row) => sum + mean(others(row.stratum)), 0) / own.length;
  return rows.reduce((sum, row) => {
    const pull = row.treated
      ? row.outcome - mean(others(row.stratum)) - difference
      : (ownIn(row.stratum) / others(row.stratum).length) * (row.outcome - mean(others(row.stratum)));
    return sum + (pull / own.length) ** 2;
  }, 0);
}

const rows = fc.array(
  fc.record({ treated: fc.boolean(), outcome: fc.boolean(), a: fc.boolean(), b: fc.boolean() }),
  { minLength: 30, maxLength: 120 },
);
type Row = { treated: boolean; outcome: boolean; a: boolean; b: boolean };
const bit = (value: boolean) => (value ? 1 : 0);

function groupsOf(list: readonly Row[], covariates: readonly ((row: Row) => number)[]): TwoGroups {
  return {
    treated: list.map(({ treated }) => bit(treated)),
    outcome: list.map(({ outcome }) => bit(outcome)),
    covariates: covariates.map((value, index) => ({ name: `c${index}`, values: list.map(value) })),
  };
}

test('weighted to the treated, the comparison group has the treated’s means in all that was fitted with', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const effect = weightedEffect(
        groupsOf(list, [({ a }) => bit(a), ({ b }) => bit(b), ({ a, b }) => bit(a && b)]),
      );
      if ('reason' in effect) return true;
      // Where the model has a place for every combination, balance is exact.
      return effect.balance.every(
        ({ weightedMeanTreated, weightedMeanComparison }) =>
          Math.abs(weightedMeanTreated - weightedMeanComparison) < 1e-4,
      );
    }),
  );
});

test('weights are above 0, groups turned around turn the sign, and rows may come in any order', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const covariates = [({ a }: Row) => bit(a), ({ b }: Row) => bit(b)];
      const effect = weightedEffect(groupsOf(list, covariates), 'ALL');
      const turned = weightedEffect(
        groupsOf(
          list.map((row) => ({ ...row, treated: !row.treated })),
          covariates,
        ),
        'ALL',
      );
      const backwards = weightedEffect(groupsOf(list.toReversed(), covariates), 'ALL');
      if ('reason' in effect || 'reason' in turned || 'reason' in backwards) return true;
      const { difference } = effect.weighted;
      return (
        effect.weights.every((weight) => weight > 0) &&
        Math.abs(difference) <= 1 &&
        Math.abs(difference + turned.weighted.difference) < 1e-6 &&
        Math.abs(difference - backwards.weighted.difference) < 1e-6 &&
        Math.abs(effect.standardError - backwards.standardError) < 1e-6 &&
        effect.effectiveRows.comparison <= effect.rows.comparison + 1e-9
      );
    }),
  );
});

test('people who are alike may come as one row with their count', () => {
  const numbersOf = (effect: WeightedEffect) => [
    effect.weighted.difference,
    effect.unweighted.difference,
    effect.standardError,
    effect.effectiveRows.treated,
    effect.effectiveRows.comparison,
    effect.largestWeightShare,
    ...effect.balance.flatMap(({ before, after }) => [before ?? 0, after ?? 0]),
  ];
  fc.assert(
    fc.property(rows, fc.constantFrom('TREATED' as const, 'ALL' as const), (list, estimand) => {
      const covariates = [({ a }: Row) => bit(a), ({ b }: Row) => bit(b)];
      const kinds = [...Map.groupBy(list, (row) => JSON.stringify(row)).values()];
      const alike = groupsOf(
        kinds.flatMap((same) => same.slice(0, 1)),
        covariates,
      );
      const one = weightedEffect(groupsOf(list, covariates), estimand);
      const counted = weightedEffect({ ...alike, counts: kinds.map(({ length }) => length) }, estimand);
      if ('reason' in one || 'reason' in counted) return JSON.stringify(one) === JSON.stringify(counted);
      const expected = numbersOf(one);
      return numbersOf(counted).every((value, index) => Math.abs(value - (expected[index] ?? 0)) < 1e-6);
    }),
  );
});

test('it says so where the groups cannot be told apart, or can be wholly', () => {
  const outcome = [1, 0, 1, 0];
  expect(weightedEffect({ treated: [1, 1, 1, 1], outcome, covariates: [] })).toEqual({ reason: 'ONE_GROUP' });
  expect(
    weightedEffect({ treated: [1, 1, 0, 0], outcome, covariates: [{ name: 'x', values: [5, 6, 1, 2] }] }),
  ).toEqual({ reason: 'SEPARATED' });
});
