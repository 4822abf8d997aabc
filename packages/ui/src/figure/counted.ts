import { FEWEST_FOR_A_SHARE, mayBeAShare } from '@tandem/domain/small-numbers';
import type { IntlShape } from 'react-intl';
import { formatDay, type Unit } from '../i18n/format.ts';
import type { Figure, FigureBounds, FigureResult } from './figure.ts';
import { whyNone } from './why-none.ts';

/** A count beside a figure: so many, or not told. */
type CountBeside = number | 'NOT_TOLD';

/** What a figure was made of; undefined where it has no such part, or nothing of it may be told. */
export interface Counted {
  readonly unit?: Unit;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  /** Of answers, which the denominator counts: how many were asked for. */
  readonly asked?: CountBeside | undefined;
  /** Of how many it is not known. */
  readonly unknown?: CountBeside | undefined;
  /** Of how many the time in which they are watched is not over. */
  readonly notYet?: CountBeside | undefined;
  /** Within what it lies whatever became of those of whom it is not known. */
  readonly bounds?: FigureBounds | undefined;
  /** Of how many duos it would be told once the time of all is over; undefined where that is not known. */
  readonly inTheEnd?: number | undefined;
}

/** What a result was made of, as far as it is told to who reads it. */
export function countedOf(result: FigureResult): Counted {
  if (result.__typename === 'Withheld') return {};
  if (result.__typename === 'NoData')
    return result.notYetObservable == null ? {} : { notYet: result.notYetObservable };
  const { numerator, denominator, unit, unknown, notYetObservable, parameters, bounds } = result;
  // Of rates that have a window both are counted, so that one that is absent is not told.
  const besides = (count: number | null | undefined): CountBeside | undefined =>
    count ?? (unit === 'RATE' && parameters != null ? 'NOT_TOLD' : undefined);
  return {
    unit,
    ...(denominator != null && { numerator, denominator }),
    asked: askedOf(result),
    unknown: besides(unknown),
    notYet: besides(notYetObservable),
    ...(bounds && { bounds }),
    inTheEnd: inTheEnd(result),
  };
}

function askedOf({ definition, denominator, asked }: Figure): CountBeside | undefined {
  if (definition.records !== 'ANSWERS') return undefined;
  return asked != null && asked > 0 && asked >= (denominator ?? 0) ? asked : 'NOT_TOLD';
}

function inTheEnd({ denominator, notYetObservable, parameters }: Figure): number | undefined {
  if (denominator == null || notYetObservable == null) return undefined;
  if (parameters?.population === 'MATURE') return denominator + notYetObservable;
  return parameters?.population === 'STARTED' ? denominator : undefined;
}

/** Of how many something is, and in what it is. */
type OfMany = Pick<Counted, 'unit'> & { readonly denominator?: number | null | undefined };

/** Whether it is a share or a score out of so few that one more or less moves it far. */
export function isOutOfFew({ unit, denominator }: OfMany): boolean {
  return (unit === 'RATE' || unit === 'SCORE') && denominator != null && !mayBeAShare(denominator);
}

/** Whether it is a rate out of so few that a sentence tells it as a count. */
export function isRateOfFew(figure: OfMany): boolean {
  return figure.unit === 'RATE' && isOutOfFew(figure);
}

/** "of 12", beside a value. */
export function ofManyWords(denominator: number, intl: IntlShape): string {
  return intl.formatMessage({ id: 'chart.ofMany' }, { total: intl.formatNumber(denominator) });
}

/** "out of fewer than 20". */
export function fewWords(intl: IntlShape): string {
  return intl.formatMessage({ id: 'chart.fewerThan' }, { fewest: FEWEST_FOR_A_SHARE });
}

/** Whether there is no value because everybody's time is still running. */
export function isTooEarly(result: FigureResult): boolean {
  return result.__typename === 'NoData' && (result.notYetObservable ?? 0) > 0;
}

/** Whether a value is shown, of which day and without what beside it, or why there is none, in words. */
export function standingOf(result: FigureResult, intl: IntlShape): string | undefined {
  if (result.__typename !== 'Figure') return whyNone(result, intl);
  const standing = result.isEarlier
    ? intl.formatMessage({ id: 'figure.shownEarlier' }, { day: formatDay(intl, result.asOf) })
    : intl.formatMessage({ id: 'figure.shown' });
  const counted = countedOf(result);
  const notTold = (['asked', 'unknown', 'notYet'] as const).filter((part) => counted[part] === 'NOT_TOLD');
  if (notTold.length === 0) return standing;
  const parts = intl.formatList(notTold.map((part) => intl.formatMessage({ id: `figure.part.${part}` })));
  return intl.formatMessage({ id: 'figure.shownWithout' }, { standing, parts });
}

/** Of how many duos it is too early to judge; undefined where of none it is, none is set, or that is not told. */
export function tooEarlyWords(
  { notYet, inTheEnd, denominator }: Counted,
  intl: IntlShape,
): string | undefined {
  if (typeof notYet !== 'number' || notYet === 0) return undefined;
  const number = intl.formatNumber(notYet);
  if (denominator === undefined)
    return intl.formatMessage({ id: 'chart.noneYet' }, { count: notYet, number });
  return inTheEnd === undefined
    ? intl.formatMessage({ id: 'figure.notYet' }, { count: notYet, number })
    : intl.formatMessage(
        { id: 'chart.notYetOf' },
        { count: notYet, number, total: intl.formatNumber(inTheEnd) },
      );
}
