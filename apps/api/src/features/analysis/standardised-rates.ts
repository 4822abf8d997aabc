import { compileCells, type CountedCell } from '@tandem/metrics/compile-cells';
import { dimensionsOf, type Dimension } from '@tandem/metrics/definition';
import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import type { Proportion } from '@tandem/metrics/statistics/proportion';
import { mayBeAShare, wordingOfRate } from '@tandem/domain/small-numbers';
import {
  COLLAPSED,
  collapseSparse,
  emptyStrata,
  standardise,
  standardisedDifference,
  standardisedRatio,
  thinStrata,
  type Standard,
  type StandardisedRate,
  type StratifiedGroup,
} from '@tandem/metrics/statistics/standardisation';
import { wilsonInterval } from '@tandem/metrics/statistics/wilson';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { breakdownFor, figureFor, rateOf } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import type {
  StandardisedGroupType,
  StandardisedRatesType,
  StandardStratumType,
} from './standardised-rates.type.ts';

const MOST_ADJUSTED = 4;

/** Crude rates of groups, and the rates that they would have with the people of all of them together. */
export async function standardisedRates(
  context: Context,
  request: FigureRequest,
  by: Dimension,
  adjustedFor: readonly Dimension[],
  collapse: boolean,
  reference: string | undefined,
): Promise<StandardisedRatesType> {
  const { metric, query } = await rateOf(context, request);
  const dimensions = new Set<Dimension>(dimensionsOf(metric).filter((dimension) => dimension !== 'GRANT'));
  for (const dimension of [by, ...adjustedFor])
    if (!dimensions.has(dimension)) throw badRequest(`${metric.id} has no separate groups by ${dimension}.`);
  if (adjustedFor.length === 0 || adjustedFor.length > MOST_ADJUSTED || adjustedFor.includes(by))
    throw badRequest(`Adjust for 1 to ${MOST_ADJUSTED} dimensions other than that of the groups.`);
  const { text, values } = compileCells(metric, query, [by, ...adjustedFor]);
  const cells: CountedCell[] = await context.db.query(text, values);
  const counted = cells.filter(({ denominator }) => denominator > 0);
  const groups = groupsOf(counted);
  const standard = standardOf(counted);
  const empty = emptyStrata(groups, standard);
  const broader = collapse ? collapseSparse(groups, standard) : { groups, standard, collapsed: [] };
  const rates = groups.length === 0 ? [] : standardise(broader.groups, broader.standard);
  const isAdjusted = broader.standard.size > 1 && !('empty' in rates);
  const all = sumOf(counted);
  const base = groups.some(({ key }) => key === reference) ? reference : largestOf(groups);
  const labels = new Map((await breakdownFor(context, request, by)).map(({ key, label }) => [key, label]));
  return {
    definition: (await figureFor(context, request)).definition,
    by,
    adjustedFor: [...adjustedFor],
    standardRate: all.n === 0 ? null : all.successes / all.n,
    standardSize: all.n,
    standard: strataOf(broader, inNaturalOrder(by, groups), isAdjusted),
    empty: empty.map(({ group, stratum }) => ({ group, keys: keysOf(stratum) })),
    collapsed: broader.collapsed.map(keysOf),
    isAdjusted,
    groups: inNaturalOrder(by, groups).map((group) => ({
      ...crudeOf(group, labels.get(group.key) ?? group.key),
      isReference: group.key === base,
      ...('empty' in rates ? NOT_STANDARDISED : adjustedOf(group.key, base, rates, broader)),
    })),
  };
}

type Crude = Pick<
  StandardisedGroupType,
  'key' | 'label' | 'numerator' | 'denominator' | 'crude' | 'crudeInterval' | 'wording'
>;
type Adjusted = Omit<StandardisedGroupType, keyof Crude | 'isReference'>;

const NOT_STANDARDISED: Adjusted = {
  standardised: null,
  standardisedInterval: null,
  difference: null,
  differenceInterval: null,
  ratio: null,
  ratioLower: null,
  ratioUpper: null,
};

interface Stratified {
  readonly groups: readonly StratifiedGroup[];
  readonly standard: Standard;
}

/**
 * The strata of the standard, the largest first, with what each group has in them. Thin ones are marked of adjusted rates
 * alone, and of groups out of enough for a share: of others no rate is told that could hang on them.
 */
function strataOf(
  { groups, standard }: Stratified,
  order: readonly Pick<StratifiedGroup, 'key'>[],
  isAdjusted: boolean,
): StandardStratumType[] {
  const total = [...standard.values()].reduce((sum, size) => sum + size, 0);
  if (total === 0) return [];
  const told = isAdjusted ? groups.filter(({ strata }) => mayBeAShare(addUp([...strata.values()]).n)) : [];
  const thin = thinStrata(told, standard);
  const placed = order.flatMap(({ key }) => groups.filter((group) => group.key === key));
  return [...standard]
    .toSorted(([, a], [, b]) => b - a)
    .map(([stratum, size]) => ({
      keys: keysOf(stratum),
      share: size / total,
      size,
      groups: placed.map(({ key, strata }) => {
        const { successes, n } = strata.get(stratum) ?? { successes: 0, n: 0 };
        return {
          key,
          numerator: successes,
          denominator: n,
          wording: wordingOfRate(n),
          isThin: thin.some((one) => one.group === key && one.stratum === stratum),
        };
      }),
    }));
}

/** The standardised rate of a group, and how it differs from that of the reference. */
function adjustedOf(
  key: string,
  base: string | undefined,
  rates: readonly StandardisedRate[],
  { groups, standard }: Stratified,
): Adjusted {
  const rateOf = (wanted: string | undefined) => rates.find((rate) => rate.key === wanted);
  const groupOf = (wanted: string | undefined) => groups.find((group) => group.key === wanted);
  const [own, other] = [rateOf(key), rateOf(base)];
  if (own === undefined) return NOT_STANDARDISED;
  const alone = { ...NOT_STANDARDISED, standardised: own.rate, standardisedInterval: own.interval };
  const [mine, theirs] = [groupOf(key), groupOf(base)];
  if (key === base || other === undefined || mine === undefined || theirs === undefined) return alone;
  const { difference, interval } = standardisedDifference(mine, theirs, standard);
  const ratio = standardisedRatio(own, other);
  return {
    ...alone,
    difference,
    differenceInterval: interval,
    ratio: ratio?.ratio ?? null,
    ratioLower: ratio?.lower ?? null,
    ratioUpper: ratio?.upper ?? null,
  };
}

function largestOf(groups: readonly StratifiedGroup[]): string | undefined {
  const size = ({ strata }: StratifiedGroup) => addUp([...strata.values()]).n;
  return groups.toSorted((a, b) => size(b) - size(a))[0]?.key;
}

function crudeOf({ key, strata }: StratifiedGroup, label: string): Crude {
  const { successes, n } = addUp([...strata.values()]);
  return {
    key,
    label,
    numerator: successes,
    denominator: n,
    crude: successes / n,
    crudeInterval: wilsonInterval(successes, n),
    wording: wordingOfRate(n),
  };
}

/** The first dimension makes the group, the others together the stratum. */
function groupsOf(cells: readonly CountedCell[]): StratifiedGroup[] {
  const groups = new Map<string, Map<string, Proportion>>();
  for (const { keys, numerator, denominator } of cells) {
    const [group = '', ...stratum] = keys;
    const strata = groups.get(group) ?? new Map<string, Proportion>();
    groups.set(group, strata.set(nameOf(stratum), { successes: numerator, n: denominator }));
  }
  return [...groups].map(([key, strata]) => ({ key, strata }));
}

function standardOf(cells: readonly CountedCell[]): Map<string, number> {
  const standard = new Map<string, number>();
  for (const { keys, denominator } of cells) {
    const stratum = nameOf(keys.slice(1));
    standard.set(stratum, (standard.get(stratum) ?? 0) + denominator);
  }
  return standard;
}

/** Codes of dimensions as the key of a stratum, and back: none of them has a bar. */
function nameOf(keys: readonly string[]): string {
  return keys.join('|');
}
function keysOf(stratum: string): string[] {
  return stratum === COLLAPSED ? [COLLAPSED] : stratum.split('|');
}

function sumOf(cells: readonly CountedCell[]): Proportion {
  return addUp(cells.map(({ numerator, denominator }) => ({ successes: numerator, n: denominator })));
}

function addUp(parts: readonly Proportion[]): Proportion {
  return {
    successes: parts.reduce((sum, { successes }) => sum + successes, 0),
    n: parts.reduce((sum, { n }) => sum + n, 0),
  };
}
