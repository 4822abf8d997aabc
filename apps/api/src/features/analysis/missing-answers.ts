import { peopleAsked, responsesOf } from '@tandem/metrics/asked';
import { missingBounds, type Answers } from '@tandem/metrics/statistics/missing';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { figureFor, rateOf } from '../metrics/figures.loader.ts';
import { type AnyMetricId, type FigureAnswer, type FigureRequest } from '../metrics/metric.type.ts';
import type { MissingBoundsType } from './missing-answers.type.ts';

/** Rates whose denominator leaves out whom nothing is known of. The others count them as having no exit. */
const AMONG_KNOWN: ReadonlySet<AnyMetricId> = new Set([
  'JOB_SUSTAINED_3_RATE',
  'JOB_SUSTAINED_6_RATE',
  'JOB_SUSTAINED_12_RATE',
  'EVENT_ATTENDANCE_RATE',
]);

/** The bounds of a rate by what is not known; null where there is nobody to ask about. */
export async function missingBoundsOf(
  context: Context,
  request: FigureRequest,
): Promise<MissingBoundsType | null> {
  const { metric } = await rateOf(context, request);
  if (metric.unknown === undefined && responsesOf(request.metric) === undefined)
    throw badRequest(`Of ${request.metric} nothing is unknown that would be recorded.`);
  const figure = await figureFor(context, request);
  const answers = await answersOf(context, request, figure);
  if (answers.yes + answers.no + answers.unknown === 0) return null;
  return { definition: figure.definition, ...answers, ...missingBounds(answers) };
}

async function answersOf(context: Context, request: FigureRequest, figure: FigureAnswer): Promise<Answers> {
  const { metric, version: _, parameters: __, ...about } = request;
  const [yes, all] = 'value' in figure ? [figure.numerator, figure.denominator ?? 0] : [0, 0];
  const responses = responsesOf(metric);
  if (responses !== undefined) {
    const rates = await Promise.all(responses.map((rate) => figureFor(context, { ...about, metric: rate })));
    // Of no closed duo there is no rate, and nobody was asked.
    const people = peopleAsked(rates.map((rate) => ('value' in rate ? rate.denominator : 0))) ?? 0;
    return { yes, no: all - yes, unknown: Math.max(0, people - all) };
  }
  if (!('value' in figure)) return { yes: 0, no: 0, unknown: 0 };
  const unknown = figure.unknown ?? 0;
  return { yes, no: all - yes - (AMONG_KNOWN.has(metric) ? 0 : unknown), unknown };
}
