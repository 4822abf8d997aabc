import { responsesOf } from '@tandem/metrics/asked';
import { compileFigure } from '@tandem/metrics/compile';
import { parametersOf } from '@tandem/metrics/definition';
import { answersOf, boundsSoFar, cautionOf, isOfExits } from '@tandem/metrics/figure-bounds';
import type { AnswersSoFar } from '@tandem/metrics/statistics/missing';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { figureFor, rateOf, type AskedRate } from '../metrics/figures.loader.ts';
import type { FigureAnswer } from '../metrics/figure.type.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import type { MissingBoundsType } from './missing-answers.type.ts';

/** The bounds of a rate by what is not known; null where there is nobody to ask about, or it is not told who they are. */
export async function missingBoundsOf(
  context: Context,
  request: FigureRequest,
): Promise<MissingBoundsType | null> {
  const rate = await rateOf(context, request);
  if (rate.metric.unknown === undefined && responsesOf(request.metric) === undefined)
    throw badRequest(`Of ${request.metric} nothing is unknown that would be recorded.`);
  const figure = await figureFor(context, request);
  const answers = askedAbout(rate, figure);
  if (answers === null || answers.yes + answers.no + answers.unknown + answers.tooEarly === 0) return null;
  const bounds = boundsSoFar(answers);
  return {
    definition: figure.definition,
    ...answers,
    ...bounds,
    amongKnown: isOfExits(rate.metric) ? null : bounds.amongKnown,
    seen: await countSeen(context, rate),
    caution: rate.metric.unknown === undefined ? null : cautionOf(rate.metric, answers),
  };
}

/** Of those that count, how many were seen to; null where nothing counts by a document alone. */
async function countSeen(context: Context, { metric, query }: AskedRate): Promise<number | null> {
  if (metric.seen === undefined) return null;
  const { text, values } = compileFigure({ ...metric, numerator: metric.seen }, query);
  const [counted]: { numerator: number }[] = await context.db.query(text, values);
  return counted?.numerator ?? 0;
}

function askedAbout({ metric, query }: AskedRate, figure: FigureAnswer): AnswersSoFar | null {
  const [yes, all] = 'value' in figure ? [figure.numerator, figure.denominator ?? 0] : [0, 0];
  if (responsesOf(metric.id) !== undefined) {
    const asked = ('asked' in figure && figure.asked) || 0;
    return { yes, no: all - yes, unknown: Math.max(0, asked - all), tooEarly: 0 };
  }
  if (!('value' in figure)) return null;
  return answersOf(metric, parametersOf(metric, query.parameters), {
    numerator: yes,
    denominator: all,
    unknown: figure.unknown ?? 0,
    notYetObservable: figure.notYetObservable ?? 0,
  });
}
