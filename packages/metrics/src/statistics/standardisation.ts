import { shareOf, weightedSum, weightedSumInterval, type Proportion, type Term } from './proportion.ts';
import { Z_95, type Interval } from './wilson.ts';

/** How many of a group and of the standard population belong to each stratum, by the stratum's key. */
export interface StratifiedGroup {
  readonly key: string;
  readonly strata: ReadonlyMap<string, Proportion>;
}
/** The standard population: how many (or what share) of it belong to each stratum; only proportions matter. */
export type Standard = ReadonlyMap<string, number>;

export interface StandardisedRate {
  readonly key: string;
  readonly crude: Proportion;
  readonly rate: number;
  /** Of the standardised rate: the sum of w²·p(1-p)/n over the strata. */
  readonly variance: number;
  readonly interval: Interval;
}

/** The strata of the standard in which a group has nobody, so that nothing is known of its rate there. */
export interface EmptyStrata {
  readonly empty: readonly { readonly group: string; readonly stratum: string }[];
}

export function emptyStrata(groups: readonly StratifiedGroup[], standard: Standard): EmptyStrata['empty'] {
  return groups.flatMap(({ key, strata }) =>
    [...standard]
      .filter(([stratum, weight]) => weight > 0 && (strata.get(stratum)?.n ?? 0) === 0)
      .map(([stratum]) => ({ group: key, stratum })),
  );
}

/**
 * Directly standardised rates: what each group's rate would be if it had the strata of the standard population, with its
 * own rate in each. Where a group has nobody in a stratum with weight there is no such rate: the strata are named instead
 * (collapseSparse makes broader ones). Strata outside of the standard have no weight. The interval is that of a weighted
 * sum of proportions (see weightedSumInterval). Refuses (RangeError) a standard without any weight or with negative ones.
 * Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, chapter 19; interval: Zou, Huang
 * and Zhang 2009, Computational Statistics and Data Analysis 53:1080-1085.
 */
export function standardise(
  groups: readonly StratifiedGroup[],
  standard: Standard,
  z = Z_95,
): readonly StandardisedRate[] | EmptyStrata {
  const empty = emptyStrata(groups, standard);
  if (empty.length > 0) return { empty };
  return groups.map((group) => {
    const terms = termsOf(group, standard);
    return {
      key: group.key,
      crude: crudeOf(group),
      rate: weightedSum(terms),
      variance: terms.reduce((sum, { weight, proportion }) => {
        const share = shareOf(proportion);
        return sum + (weight * weight * share * (1 - share)) / proportion.n;
      }, 0),
      interval: weightedSumInterval(terms, z),
    };
  });
}

/** The standardised rate of first less that of second, with its interval. Both need everybody that standardise needs. */
export function standardisedDifference(
  first: StratifiedGroup,
  second: StratifiedGroup,
  standard: Standard,
  z = Z_95,
): { readonly difference: number; readonly interval: Interval } {
  const terms = [
    ...termsOf(first, standard),
    ...termsOf(second, standard).map(({ weight, proportion }) => ({ weight: -weight, proportion })),
  ];
  return { difference: weightedSum(terms), interval: weightedSumInterval(terms, z) };
}

/**
 * The standardised rate of first over that of second; null where the second is 0. The interval joins those of the two
 * (MOVER-R); its upper limit is null where the second may be 0.
 * Source: Donner and Zou 2012, Statistical Methods in Medical Research 21:347-359, equations for a ratio.
 */
export function standardisedRatio(
  first: StandardisedRate,
  second: StandardisedRate,
): { readonly ratio: number; readonly lower: number; readonly upper: number | null } | null {
  if (second.rate <= 0) return null;
  const product = first.rate * second.rate;
  const tail = (limit: number, rate: number) => limit * (2 * rate - limit);
  const lowerPart = tail(first.interval.lower, first.rate) * tail(second.interval.upper, second.rate);
  const upperPart = tail(first.interval.upper, first.rate) * tail(second.interval.lower, second.rate);
  const lowerDivisor = tail(second.interval.upper, second.rate);
  const upperDivisor = tail(second.interval.lower, second.rate);
  return {
    ratio: first.rate / second.rate,
    lower:
      lowerDivisor === 0
        ? lowerPart / (2 * product)
        : Math.max(0, (product - Math.sqrt(product * product - lowerPart)) / lowerDivisor),
    upper: upperDivisor <= 0 ? null : (product + Math.sqrt(product * product - upperPart)) / upperDivisor,
  };
}

/** In a stratum of fewer people than this a group's rate says little… */
export const FEWEST_IN_STRATUM = 5;
/** …and where it has more than this share of the weight, one of them who counts or not moves the standardised rate by over a point. */
export const LIGHTEST_TO_WARN = 0.05;

/** A stratum in which a group has few people, while more than a little of its standardised rate hangs on them. */
export interface ThinStratum {
  readonly group: string;
  readonly stratum: string;
  readonly n: number;
  /** Its share of the standard population. */
  readonly share: number;
}

/**
 * The strata in which a group has somebody, but fewer than FEWEST_IN_STRATUM, and which make more than LIGHTEST_TO_WARN of
 * the standard: direct standardisation gives them their weight however little their rate rests on. Those without anybody
 * are emptyStrata's. Refuses (RangeError) a standard without any weight or with negative ones.
 * The limits are a choice; that sparse data make such rates unstable: Fay and Feuer 1997, Statistics in Medicine 16:791-801.
 */
export function thinStrata(groups: readonly StratifiedGroup[], standard: Standard): readonly ThinStratum[] {
  const shares = sharesOf(standard);
  return groups.flatMap(({ key, strata }) =>
    shares.flatMap(({ stratum, share }) => {
      const n = strata.get(stratum)?.n ?? 0;
      return n > 0 && n < FEWEST_IN_STRATUM && share > LIGHTEST_TO_WARN
        ? [{ group: key, stratum, n, share }]
        : [];
    }),
  );
}

/** The stratum into which sparse ones are put together. */
export const COLLAPSED = 'COLLAPSED';

/**
 * The same groups and standard with broader strata: those in which some group has nobody become one, together with the
 * smallest others until every group has somebody in it. `collapsed` names what went into it, empty where nothing had to.
 * Where all strata end up in one, no adjustment is left, and `collapsed` names every one of them.
 */
export function collapseSparse(
  groups: readonly StratifiedGroup[],
  standard: Standard,
): { groups: readonly StratifiedGroup[]; standard: Standard; collapsed: readonly string[] } {
  const weighted = [...standard].filter(([, weight]) => weight > 0);
  const sparse = new Set(emptyStrata(groups, standard).map(({ stratum }) => stratum));
  if (sparse.size === 0) return { groups, standard, collapsed: [] };
  const others = weighted.filter(([stratum]) => !sparse.has(stratum)).toSorted(([, a], [, b]) => a - b);
  const filled = () =>
    groups.every(({ strata }) => [...sparse].some((stratum) => (strata.get(stratum)?.n ?? 0) > 0));
  for (const [stratum] of others) {
    if (filled()) break;
    sparse.add(stratum);
  }
  return {
    groups: groups.map(({ key, strata }) => ({ key, strata: mergeProportions(strata, sparse) })),
    standard: new Map([
      ...weighted.filter(([stratum]) => !sparse.has(stratum)),
      [COLLAPSED, weighted.reduce((sum, [stratum, weight]) => (sparse.has(stratum) ? sum + weight : sum), 0)],
    ]),
    collapsed: weighted.map(([stratum]) => stratum).filter((stratum) => sparse.has(stratum)),
  };
}

function mergeProportions(
  strata: ReadonlyMap<string, Proportion>,
  merged: ReadonlySet<string>,
): Map<string, Proportion> {
  const kept = new Map([...strata].filter(([stratum]) => !merged.has(stratum)));
  kept.set(
    COLLAPSED,
    sumOf([...strata].filter(([stratum]) => merged.has(stratum)).map(([, counts]) => counts)),
  );
  return kept;
}

function crudeOf({ strata }: StratifiedGroup): Proportion {
  return sumOf([...strata.values()]);
}

function sumOf(proportions: readonly Proportion[]): Proportion {
  return {
    successes: proportions.reduce((sum, { successes }) => sum + successes, 0),
    n: proportions.reduce((sum, { n }) => sum + n, 0),
  };
}

function termsOf({ strata }: StratifiedGroup, standard: Standard): Term[] {
  return sharesOf(standard).map(({ stratum, share }) => {
    const proportion = strata.get(stratum);
    if (proportion === undefined) throw new RangeError(`nobody in ${stratum}`);
    return { weight: share, proportion };
  });
}

/** What share of the standard each stratum with weight is. */
function sharesOf(standard: Standard): { readonly stratum: string; readonly share: number }[] {
  const weights = [...standard].filter(([, weight]) => weight !== 0);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0) || weights.some(([, weight]) => weight < 0))
    throw new RangeError('no standard population');
  return weights.map(([stratum, weight]) => ({ stratum, share: weight / total }));
}
