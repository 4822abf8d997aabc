import type { AnyMetricId } from '@tandem/metrics/any-metric';
import { compileCells, type CountedCell } from '@tandem/metrics/compile-cells';
import { parametersOf, type Dimension } from '@tandem/metrics/definition';
import { boundsOf } from '@tandem/metrics/figure-bounds';
import { balanceOf, type Balance } from '@tandem/metrics/statistics/balance';
import { LARGEST_BALANCED } from '@tandem/metrics/statistics/balance-limit';
import { weightedEffect, type Estimand } from '@tandem/metrics/statistics/inverse-probability';
import type { Verdict } from '@tandem/metrics/statistics/comparison';
import { newcombeInterval } from '@tandem/metrics/statistics/newcombe';
import type { Interval } from '@tandem/metrics/statistics/wilson';
import { mayBeAShare } from '@tandem/domain/small-numbers';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { rateOf, type AskedRate } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import {
  columnsOf,
  comparableOf,
  countsOf,
  holds,
  oneSidedOf,
  rowsOf,
  sizeOf,
  type Cell,
  type Column,
  type SideCounts,
} from './comparison-cells.ts';
import { COMPARISON_SIZE, comparisonCells, isCovariate } from './comparison-cells.sql.ts';
import { findComparisonGroup } from './comparison.queries.ts';
import type {
  CovariateBalanceType,
  EffectBoundsType,
  NoWeightedEffectType,
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
  const oneSided = oneSidedOf(cells, chosen);
  const used = estimand === 'TREATED' ? comparableOf(cells, chosen) : cells;
  const usedSizes = [sizeOf(used, true), sizeOf(used, false)];
  const bothSides = sizes.treated > 0 && sizes.comparison > 0;
  if (bothSides && usedSizes.includes(0)) return { reason: 'SEPARATED', ...sizes, oneSided };
  if (bothSides && !usedSizes.every(mayBeAShare)) return { reason: 'TOO_FEW', ...sizes, oneSided };
  const columns = columnsOf(used, chosen);
  const effect = fitted(used, chosen, columns, estimand);
  if ('reason' in effect) return { reason: effect.reason, ...sizes, oneSided };
  const [{ people = 0 } = {}]: { people?: number }[] = await context.db.query(COMPARISON_SIZE, members);
  const rows = rowsOf(used);
  const balance = columns.map(({ covariate, value }) =>
    balanceRow(
      covariate,
      value,
      balanceOf(
        value,
        rows.cells.map((cell) => holds(cell, chosen, covariate, value)),
        rows.treated,
        effect.weights,
        estimand === 'TREATED' ? 'TREATED' : 'POOLED',
        rows.counts,
      ),
    ),
  );
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
    bounds: boundsOfEffect(asked, counts.treated, () =>
      fitted(used.map(asIfAllHad), chosen, columns, estimand),
    ),
    verdict: verdictOf(effect.interval),
    isBalanced: balance.every(({ after }) => after !== null && Math.abs(after) <= LARGEST_BALANCED),
    balance,
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
  fitIfAllHad: () => ReturnType<typeof weightedEffect>,
): EffectBoundsType | null {
  const treated = { numerator: successes, denominator: n, unknown, notYetObservable: 0 };
  const bounds = boundsOf(metric, { population: 'MATURE' }, treated);
  if (bounds === null) return null;
  const best = fitIfAllHad();
  // Weights follow from who took part, which the outcome does not change.
  if ('reason' in best) throw new Error(`no effect with another outcome: ${best.reason}`);
  return {
    best: { ...best.weighted, interval: best.interval },
    verdict: verdictOf(best.interval),
    caution: bounds.caution,
  };
}

function asIfAllHad(cell: Cell): Cell {
  return { ...cell, numerator: cell.numerator + cell.unknown };
}

function verdictOf({ lower, upper }: Interval): Verdict {
  if (lower > 0) return 'HIGHER';
  return upper < 0 ? 'LOWER' : 'NOT_CLEAR';
}

/** Columns that follow from others (who says nothing of age may say nothing of education) add nothing, and are left out. */
function fitted(
  used: readonly Cell[],
  chosen: readonly Dimension[],
  columns: readonly Column[],
  estimand: Estimand,
): ReturnType<typeof weightedEffect> {
  const { cells: each, treated, outcome, counts } = rowsOf(used);
  const covariatesOf = (some: readonly Column[]) =>
    some.map(({ covariate, value }, index) => ({
      name: String(index),
      values: each.map((cell) => holds(cell, chosen, covariate, value)),
    }));
  let inModel = columns.filter(({ isReference }) => !isReference);
  for (;;) {
    const answer = weightedEffect({ treated, outcome, counts, covariates: covariatesOf(inModel) }, estimand);
    if (!('reason' in answer) || answer.covariate === undefined) return answer;
    inModel = inModel.filter((_, index) => String(index) !== answer.covariate);
  }
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
