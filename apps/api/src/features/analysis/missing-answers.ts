import { responsesOf } from '@tandem/metrics/asked';
import { compileFigure } from '@tandem/metrics/compile';
import { parametersOf, type Expression, type MetricDefinition } from '@tandem/metrics/definition';
import { answersOf, cautionOf, isOfExits } from '@tandem/metrics/figure-bounds';
import type { FigureQuery } from '@tandem/metrics/figure-query';
import { missingBounds, type Answers } from '@tandem/metrics/statistics/missing';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { figureFor, rateOf, type AskedRate } from '../metrics/figures.loader.ts';
import type { FigureAnswer, FigureRequest } from '../metrics/metric.type.ts';
import type { MissingBoundsType } from './missing-answers.type.ts';

/** The bounds of a rate by what is not known; null where there is nobody to ask about. */
export async function missingBoundsOf(
  context: Context,
  request: FigureRequest,
): Promise<MissingBoundsType | null> {
  const rate = await rateOf(context, request);
  if (rate.metric.unknown === undefined && responsesOf(request.metric) === undefined)
    throw badRequest(`Of ${request.metric} nothing is unknown that would be recorded.`);
  const figure = await figureFor(context, request);
  const answers = await askedAbout(context, rate, figure);
  if (answers.yes + answers.no + answers.unknown === 0) return null;
  const bounds = missingBounds(answers);
  return {
    definition: figure.definition,
    ...answers,
    ...bounds,
    amongKnown: isOfExits(rate.metric) ? null : bounds.amongKnown,
    caution: rate.metric.unknown === undefined ? null : cautionOf(rate.metric, answers),
  };
}

async function askedAbout(
  context: Context,
  { metric, query }: AskedRate,
  figure: FigureAnswer,
): Promise<Answers> {
  const [yes, all] = 'value' in figure ? [figure.numerator, figure.denominator ?? 0] : [0, 0];
  if (responsesOf(metric.id) !== undefined) {
    const asked = ('asked' in figure && figure.asked) || 0;
    return { yes, no: all - yes, unknown: Math.max(0, asked - all) };
  }
  if (!('value' in figure)) return { yes: 0, no: 0, unknown: 0 };
  const unknown = (figure.unknown ?? 0) + (await countTooEarly(context, metric, query));
  return answersOf(metric, { numerator: yes, denominator: all, unknown });
}

/**
 * Of those that a rate of exits is among, how many have none and a window that is not over: what can still come of them is not
 * known either. None where the rate is among those alone whose window is over.
 */
async function countTooEarly(
  context: Context,
  metric: MetricDefinition,
  query: FigureQuery,
): Promise<number> {
  const { numerator, denominator, notYetObservable } = metric;
  if (denominator === null || notYetObservable === undefined || !isOfExits(metric)) return 0;
  if (parametersOf(metric, query.parameters).population === 'MATURE') return 0;
  const condition: Expression = (terms) =>
    `${denominator.condition(terms)} and ${notYetObservable.condition(terms)} and not coalesce(${numerator.condition(terms)}, false)`;
  const { id, rank, version, group, unit, audience, words, parameters } = metric;
  const tooEarly: MetricDefinition = {
    id,
    rank,
    version,
    group,
    unit,
    audience,
    words,
    parameters,
    numerator: { source: numerator.source, condition },
    denominator: null,
  };
  const { text, values } = compileFigure(tooEarly, query);
  const [counted]: { numerator: number }[] = await context.db.query(text, values);
  return counted?.numerator ?? 0;
}
