import type { MetricDefinition, Parameters } from './definition.ts';
import { isLookedFor, type KnownOnCurve } from './statistics/follow-up.ts';
import {
  isManyUnknown,
  missingBounds,
  type Answers,
  type AnswersSoFar,
  type MissingBounds,
} from './statistics/missing.ts';

/** What is counted of a rate: people, of how many it is not known whether they count, and of how many the window still runs. */
interface CountedRate {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  readonly notYetObservable: number;
}

/** Why a rate is to be read with its bounds, where it is: those without an exit were not looked for, or of many it is not known. */
export const CAUTIONS = ['NOBODY_FOLLOWED', 'HARDLY_FOLLOWED', 'MANY_UNKNOWN'] as const;
export type Caution = (typeof CAUTIONS)[number];

/** Within what a rate lies whatever became of those of whom it is not known. */
export interface FigureBounds {
  readonly worst: number;
  readonly best: number;
  readonly caution: Caution | null;
}

/** Whether it is a rate of exits: an exit is known wherever somebody tells of it, that there is none only of who was followed. */
export function isOfExits({ parameters }: Pick<MetricDefinition, 'parameters'>): boolean {
  return parameters.includes('population');
}

/**
 * What is known of whom a rate is about. In the denominator of a rate of exits are the unknown, as if they had none, and those
 * of its population whose window still runs; other rates are among those alone of whom it is known. Null where a version does
 * not say how many they are (MetricDefinition.addsUp).
 */
export function answersOf(
  metric: Pick<MetricDefinition, 'parameters' | 'addsUp'>,
  { population }: Pick<Parameters, 'population'>,
  { numerator, denominator, unknown, notYetObservable }: CountedRate,
): AnswersSoFar | null {
  if (!isOfExits(metric)) return { yes: numerator, no: denominator - numerator, unknown, tooEarly: 0 };
  if (population !== 'MATURE' && metric.addsUp !== true) return null;
  const tooEarly = population === 'MATURE' ? 0 : notYetObservable;
  return { yes: numerator, no: denominator - numerator - unknown - tooEarly, unknown, tooEarly };
}

/** Within what a rate lies whatever became of those of whom it is not known, and of those for whom it is too early. */
export function boundsSoFar({ yes, no, unknown, tooEarly }: AnswersSoFar): MissingBounds {
  return missingBounds({ yes, no, unknown: unknown + tooEarly });
}

/** The bounds of a rate of which something is not known, and why they matter; null of every other figure. */
export function boundsOf(
  metric: Pick<MetricDefinition, 'parameters' | 'addsUp' | 'unit'>,
  parameters: Pick<Parameters, 'population'>,
  counts: CountedRate,
): FigureBounds | null {
  if (metric.unit !== 'RATE') return null;
  const answers = answersOf(metric, parameters, counts);
  return answers && boundsOfAnswers(metric, answers);
}

/** The bounds of a rate with such answers, and why they matter; null where all is known. */
function boundsOfAnswers(
  metric: Pick<MetricDefinition, 'parameters'>,
  answers: AnswersSoFar,
): FigureBounds | null {
  if (answers.unknown + answers.tooEarly === 0) return null;
  const { worst, best } = boundsSoFar(answers);
  return { worst, best, caution: cautionOf(metric, answers) };
}

/**
 * The bounds of a curve of exits in a month. Whether somebody looked for those without an exit is judged without those whose
 * duo ended first: they were not looked for any more.
 */
export function boundsOnCurve(
  metric: Pick<MetricDefinition, 'parameters'>,
  { ended, ...answers }: KnownOnCurve,
): FigureBounds | null {
  const bounds = boundsOfAnswers(metric, answers);
  const { yes, no, unknown } = answers;
  const others = { yes, no: no - ended.seen, unknown: unknown - ended.unseen };
  return bounds && { ...bounds, caution: cautionOf(metric, others) };
}

/** How a rate with such answers is to be read; null where its bounds say enough. Whose window runs nobody can have followed to its end. */
export function cautionOf(metric: Pick<MetricDefinition, 'parameters'>, answers: Answers): Caution | null {
  const { no, unknown } = answers;
  if (!isOfExits(metric)) return isManyUnknown(answers) ? 'MANY_UNKNOWN' : null;
  if (isLookedFor(no, no + unknown)) return null;
  return no === 0 ? 'NOBODY_FOLLOWED' : 'HARDLY_FOLLOWED';
}
