import type { AnyMetricId } from '@tandem/metrics/any-metric';
import { compileCells, type CountedCell } from '@tandem/metrics/compile-cells';
import { parametersOf, type Dimension } from '@tandem/metrics/definition';
import { boundsOf } from '@tandem/metrics/figure-bounds';
import { balanceOf, type Balance } from '@tandem/metrics/statistics/balance';
import { LARGEST_BALANCED } from '@tandem/metrics/statistics/balance-limit';
import type { Estimand, WeightedEffect } from '@tandem/metrics/statistics/inverse-probability';
import type { Verdict } from '@tandem/metrics/statistics/comparison';
import { newcombeInterval } from '@tandem/metrics/statistics/newcombe';
import type { Interval } from '@tandem/metrics/statistics/wilson';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { rateOf, type AskedRate } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import {
  columnsOf,
  countsOf,
  holds,
  oneSidedOf,
  rowsOf,
  sizeOf,
  type Cell,
  type SideCounts,
} from './comparison-cells.ts';
import { COMPARISON_SIZE, comparisonCells, isCovariate } from './comparison-cells.sql.ts';
import { fitEffect, helpsWithout, ifAllHad, type FoundEffect } from './fit-effect.ts';
import { findComparisonGroup } from './comparison.queries.ts';
import type {
  CovariateBalanceType,
  EffectBoundsType,
  NoWeightedEffectType,
  WeightedCombinationSideType,
  WeightedCombinationType,
  WeightedEffectType,
} from './weighted-comparison.type.ts';

const EVENT_OF = {
  POSITIVE_EXIT_RATE: 'exit_on',
  EMPLOYMENT_RATE: 'job_on',
  STABLE_EMPLOYMENT_RATE: 'stable_job_on',
} as const satisfies Partial<Record<AnyMetricId, string>>;

/**
 * The exits of the programme's duos against those of a comparison group, weighted by what is known of both from before.
 * Both sides are counted by combinations of covariates, so that it costs as much for a million duos as for ten.
 */
export async function compareWeighted(
  context: Context,
  groupId: string,
  request: FigureRequest,
  covariates: readonly Dimension[],
  estimand: Estimand,
): Promise<WeightedEffectType | NoWeightedEffectType | null> {
  const event = Object.entries(EVENT_OF).find(([metric]) => metric === request.metric)?.[1];
  if (event === undefined) throw badRequest(`${request.metric} is no rate of exits.`);
  const chosen = [...new Set(covariates)].filter(isCovariate);
  if (chosen.length === 0 || chosen.length !== covariates.length)
    throw badRequest(
      'Weigh by one or more of COUNTRY, GENDER, AGE_BAND, EDUCATION, NATIONALITY_GROUP, OUT_OF_WORK.',
    );
  const { metric, query } = await rateOf(context, request);
  const { anchor, windowMonths } = parametersOf(metric, query.parameters);
  if (anchor !== 'START')
    throw badRequest('A comparison group is followed from its start, and so is the programme.');
  const group = await findComparisonGroup(context.db, groupId);
  if (group === undefined || group.removed) return null;

  const asked = {
    metric,
    query: { ...query, parameters: { ...query.parameters, population: 'MATURE' as const } },
  };
  const own = await participants(context, asked, chosen);
  // Both sides are those who began in the period.
  const members = [groupId, query.period?.from ?? null, query.period?.to ?? null];
  const others: CountedCell[] = await context.db.query(comparisonCells(event, chosen), [
    ...members,
    windowMonths,
    query.asOf,
  ]);
  const cells = [...own, ...others.map((cell) => ({ ...cell, treated: false, unknown: 0 }))].filter(
    ({ denominator }) => denominator > 0,
  );
  const sizes = { treated: sizeOf(cells, true), comparison: sizeOf(cells, false) };
  const found = fitEffect(cells, chosen, estimand);
  if ('reason' in found)
    return {
      ...found,
      ...sizes,
      oneSided: oneSidedOf(cells, chosen),
      helpsWithout: [...helpsWithout(cells, chosen, estimand)],
    };
  const { used, effect } = found;
  const [{ people = 0 } = {}]: { people?: number }[] = await context.db.query(COMPARISON_SIZE, members);
  const balance = balancesOf(found, chosen, estimand);
  const counts = { treated: countsOf(used, true), comparison: countsOf(used, false) };
  return {
    group,
    estimand,
    treated: effect.rows.treated,
    comparison: effect.rows.comparison,
    leftOut: sizes.comparison - effect.rows.comparison,
    leftOutTreated: sizes.treated - effect.rows.treated,
    unknownTreated: counts.treated.unknown,
    followedTooShort: people - sizes.comparison,
    effectiveTreated: effect.effectiveRows.treated,
    effectiveComparison: effect.effectiveRows.comparison,
    largestWeightShare: effect.largestWeightShare,
    unweighted: {
      ...effect.unweighted,
      interval: newcombeInterval(counts.treated, counts.comparison),
    },
    weighted: { ...effect.weighted, interval: effect.interval },
    bounds: boundsOfEffect(asked, counts.treated, () => ifAllHad(found, chosen, estimand)),
    verdict: verdictOf(effect.interval),
    isBalanced: balance.every(({ after }) => after !== null && Math.abs(after) <= LARGEST_BALANCED),
    balance,
    covariates: chosen,
    combinations: combinationsOf(cells, found, chosen),
  };
}

/** The programme's duos, of each combination with how many it is not known of whether they have had an exit, by the rule of the indicator. */
async function participants(
  context: Context,
  { metric, query }: AskedRate,
  chosen: readonly Dimension[],
): Promise<Cell[]> {
  const count = (of: AskedRate['metric']): Promise<CountedCell[]> => {
    const { text, values } = compileCells(of, query, chosen);
    return context.db.query(text, values);
  };
  const cells = await count(metric);
  const open = metric.unknown === undefined ? [] : await count({ ...metric, numerator: metric.unknown });
  const unknown = new Map(open.map(({ keys, numerator }) => [keys.join(), numerator]));
  return cells.map((cell) => ({ ...cell, treated: true, unknown: unknown.get(cell.keys.join()) ?? 0 }));
}

/** Within what the effect lies whatever became of the participants of whom it is not known; null where it is known of all. */
function boundsOfEffect(
  { metric }: AskedRate,
  { successes, n, unknown }: SideCounts,
  ifAll: () => WeightedEffect,
): EffectBoundsType | null {
  const treated = { numerator: successes, denominator: n, unknown, notYetObservable: 0 };
  const bounds = boundsOf(metric, { population: 'MATURE' }, treated);
  if (bounds === null) return null;
  const { weighted, interval } = ifAll();
  return { best: { ...weighted, interval }, verdict: verdictOf(interval), caution: bounds.caution };
}

function verdictOf({ lower, upper }: Interval): Verdict {
  if (lower > 0) return 'HIGHER';
  return upper < 0 ? 'LOWER' : 'NOT_CLEAR';
}

/** How alike both sides are in every value, before and after weighting. */
function balancesOf(
  { used, effect }: FoundEffect,
  chosen: readonly Dimension[],
  estimand: Estimand,
): CovariateBalanceType[] {
  const { cells, treated, counts } = rowsOf(used);
  const unit = estimand === 'TREATED' ? 'TREATED' : 'POOLED';
  return columnsOf(used, chosen).map(({ covariate, value }) => {
    const has = cells.map((cell) => holds(cell, chosen, covariate, value));
    return balanceRow(covariate, value, balanceOf(value, has, treated, effect.weights, unit, counts));
  });
}

function balanceRow(covariate: Dimension, value: string, of: Balance): CovariateBalanceType {
  const { meanTreated, meanComparison, weightedMeanTreated, weightedMeanComparison, before, after } = of;
  return {
    covariate,
    value,
    treated: meanTreated,
    comparison: meanComparison,
    weightedTreated: weightedMeanTreated,
    weightedComparison: weightedMeanComparison,
    before,
    after,
  };
}

/** Every combination with whom each side has in it and what they weigh, in the order in which values are read. */
function combinationsOf(
  cells: readonly Cell[],
  { used, effect }: FoundEffect,
  chosen: readonly Dimension[],
): WeightedCombinationType[] {
  const weights = new Map(rowsOf(used).cells.map((cell, row) => [cell, effect.weights[row] ?? null]));
  const sideOf = (cell: Cell | undefined): WeightedCombinationSideType => ({
    people: cell?.denominator ?? 0,
    counted: cell?.numerator ?? 0,
    unknown: cell?.unknown ?? 0,
    weight: (cell && weights.get(cell)) ?? null,
  });
  const rows = [...Map.groupBy(cells, ({ keys }) => keys.join()).values()].map((sides) => ({
    keys: [...(sides[0]?.keys ?? [])],
    isCompared: sides.some((cell) => weights.has(cell)),
    treated: sideOf(sides.find(({ treated }) => treated)),
    comparison: sideOf(sides.find(({ treated }) => !treated)),
  }));
  const places = columnsOf(cells, chosen).map(({ covariate, value }) => `${covariate} ${value}`);
  const placeOf = (row: WeightedCombinationType, at: number) =>
    places.indexOf(`${chosen[at]} ${row.keys[at]}`);
  return rows.toSorted((one, other) => {
    const at = one.keys.findIndex((key, place) => key !== other.keys[place]);
    return at < 0 ? 0 : placeOf(one, at) - placeOf(other, at);
  });
}
