import type { MetricDefinition, Parameters } from './definition.ts';
import { isLookedFor } from './statistics/follow-up.ts';
import { isManyUnknown, missingBounds, type Answers } from './statistics/missing.ts';

/** What is counted of a rate: people, and of how many it is not known whether they count. */
interface CountedRate {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
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

/** What is known of whom a rate is about. Rates of exits have the unknown in their denominator, as having none; the others leave them out. */
export function answersOf(
  metric: Pick<MetricDefinition, 'parameters'>,
  { numerator, denominator, unknown }: CountedRate,
): Answers {
  const known = isOfExits(metric) ? denominator - unknown : denominator;
  return { yes: numerator, no: known - numerator, unknown };
}

/**
 * The bounds of a rate of which something is not known, and why they matter; null of every other figure. Of exits they are
 * those of a population whose windows are all over: in another one also that is not known which is still to come.
 */
export function boundsOf(
  metric: Pick<MetricDefinition, 'parameters' | 'unit'>,
  { population }: Pick<Parameters, 'population'>,
  counts: CountedRate,
): FigureBounds | null {
  if (metric.unit !== 'RATE' || counts.unknown === 0) return null;
  if (isOfExits(metric) && population !== 'MATURE') return null;
  const answers = answersOf(metric, counts);
  const { worst, best } = missingBounds(answers);
  return { worst, best, caution: cautionOf(metric, answers) };
}

/** How a rate with such answers is to be read; null where its bounds say enough. */
export function cautionOf(metric: Pick<MetricDefinition, 'parameters'>, answers: Answers): Caution | null {
  const { no, unknown } = answers;
  if (!isOfExits(metric)) return isManyUnknown(answers) ? 'MANY_UNKNOWN' : null;
  if (isLookedFor(no, no + unknown)) return null;
  return no === 0 ? 'NOBODY_FOLLOWED' : 'HARDLY_FOLLOWED';
}
