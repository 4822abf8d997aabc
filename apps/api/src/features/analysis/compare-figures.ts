import { areApart } from '@tandem/metrics/apart';
import { compileRecords } from '@tandem/metrics/compile';
import { isStep } from '@tandem/metrics/figure-query';
import { parametersOf, type Dimension, type TrendStep } from '@tandem/metrics/definition';
import { answersOf } from '@tandem/metrics/figure-bounds';
import { compareToReference } from '@tandem/metrics/statistics/comparison';
import type { Proportion } from '@tandem/metrics/statistics/proportion';
import { wordingOfRate } from '@tandem/domain/small-numbers';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { breakdownFor, figureFor, rateOf, type AskedRate } from '../metrics/figures.loader.ts';
import type { FigureAnswer } from '../metrics/figure.type.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import type {
  ComparedRequest,
  FigureComparisonType,
  OverlappingFiguresType,
} from './figure-comparison.type.ts';

const MOST_COMPARED = 60;

interface Compared {
  readonly key: string;
  readonly label: string;
  readonly result: FigureAnswer;
  readonly among: number | null;
}

/** Figures that are named one by one, each held against one of them; or which of them have people in common with it. */
export async function compareFigures(
  context: Context,
  requests: readonly ComparedRequest[],
  reference: number,
): Promise<FigureComparisonType | OverlappingFiguresType> {
  if (requests.length < 2 || requests.length > MOST_COMPARED)
    throw badRequest(`Compare 2 to ${MOST_COMPARED} figures, not ${requests.length}.`);
  if (requests[reference] === undefined) throw badRequest(`There is no figure ${reference} to compare to.`);
  const asked = await Promise.all(requests.map((request) => rateOf(context, request)));
  const [first] = asked;
  if (asked.some(({ metric }) => metric.id !== first?.metric.id || metric.version !== first.metric.version))
    throw badRequest('Only figures of one indicator, in one version, are compared.');
  for (const [figure, one] of asked.entries()) {
    if (figure === reference) continue;
    const overlap = await overlapOf(context, one, asked[reference] ?? one);
    if (overlap !== undefined) return { figure, reference, ...overlap };
  }
  const figures = await Promise.all(
    requests.map(async ({ label, ...request }, index) => {
      const result = await figureFor(context, request);
      return {
        key: String(index),
        label: label ?? String(index + 1),
        result,
        among: amongOf(asked[index], result),
      };
    }),
  );
  return comparisonOf(figures, String(reference));
}

/**
 * Every group of a breakdown, or period of a trend, held against one of them: against the one that is named, and where
 * nothing is known of that one or none is named, against the largest group or the first period.
 */
export async function compareGroups(
  context: Context,
  request: FigureRequest,
  by: Dimension | TrendStep,
  reference: string | undefined,
): Promise<FigureComparisonType> {
  const asked = await rateOf(context, request);
  if (by === 'GRANT') throw badRequest('A duo may be paid by several grants: they are no separate groups.');
  const groups = await breakdownFor(context, request, by);
  // Of those whose records do not say it, nothing is said.
  const known = groups.filter(({ key }) => isStep(by) || key !== 'UNKNOWN');
  if (known.length > MOST_COMPARED)
    throw badRequest(`Compare at most ${MOST_COMPARED} groups, not ${known.length}: ask for longer steps.`);
  const told = known.filter(({ result }) => sizeOf(result) > 0);
  // By time a rate is held against what it was before, so that above zero is a rise: of few nothing would be told of it.
  const first = told.find(({ result }) => wordingOfRate(sizeOf(result)) === 'SHARE');
  const [largest] = told.toSorted((a, b) => sizeOf(b.result) - sizeOf(a.result));
  const usual = (isStep(by) ? first : undefined) ?? largest;
  return comparisonOf(
    known.map((group) => ({ ...group, among: amongOf(asked, group.result) })),
    (told.find(({ key }) => key === reference) ?? usual)?.key,
  );
}

function comparisonOf(figures: readonly Compared[], reference: string | undefined): FigureComparisonType {
  const base = proportionOf(figures.find(({ key }) => key === reference)?.result);
  const compared = figures.flatMap(({ key, result }) => {
    const proportion = proportionOf(result);
    return key === reference || proportion === undefined ? [] : [{ key, proportion }];
  });
  const differences =
    base === undefined
      ? []
      : compareToReference(
          base,
          compared.map(({ proportion }) => proportion),
        );
  const differenceOf = new Map(compared.map(({ key }, index) => [key, differences[index] ?? null]));
  return {
    comparisons: differences.length,
    figures: figures.map((figure) => ({
      ...figure,
      isReference: figure.key === reference,
      wording: wordingOfRate(sizeOf(figure.result)),
      difference: differenceOf.get(figure.key) ?? null,
    })),
  };
}

/** Among how many those are of whom it is not known; null where there is no figure, or its version does not say. */
function amongOf(asked: AskedRate | undefined, result: FigureAnswer): number | null {
  if (asked === undefined || !('value' in result) || result.denominator === null) return null;
  const { metric, query } = asked;
  const { numerator, denominator, unknown, notYetObservable } = result;
  const answers = answersOf(metric, parametersOf(metric, query.parameters), {
    numerator,
    denominator,
    unknown: unknown ?? 0,
    notYetObservable: notYetObservable ?? 0,
  });
  return answers && answers.yes + answers.no + answers.unknown + answers.tooEarly;
}

/** The counts of a figure; undefined where there is none. */
export function proportionOf(result: FigureAnswer | undefined): Proportion | undefined {
  if (result === undefined || !('value' in result) || result.denominator === null) return undefined;
  return { successes: result.numerator, n: result.denominator };
}

function sizeOf(result: FigureAnswer): number {
  return proportionOf(result)?.n ?? 0;
}

/**
 * Whether two groups have people in common, and where it can be counted, how many: the method takes them as independent, and
 * somebody in both would be compared to himself. Undefined where they have nobody in common.
 */
async function overlapOf(
  context: Context,
  one: AskedRate,
  other: AskedRate,
): Promise<Pick<OverlappingFiguresType, 'duos'> | undefined> {
  const [mine, theirs] = [one, other].map(({ metric, query }) => compileRecords(metric, query));
  if (mine === undefined || theirs === undefined) return areApart(one, other) ? undefined : { duos: null };
  const shifted = theirs.text.replace(/\$(\d+)/g, (_, place) => `$${Number(place) + mine.values.length}`);
  const [found]: { count: number }[] = await context.db.query(
    `select count(distinct duo_id) as count from (${mine.text}) as mine join (${shifted}) as theirs using (duo_id) where mine.among and theirs.among`,
    [...mine.values, ...theirs.values],
  );
  return found === undefined || found.count === 0 ? undefined : { duos: found.count };
}
