import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { ConditionMeasure } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { figureFor } from '../metrics/figures.loader.ts';
import type { FigureAnswer } from '../metrics/figure.type.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import type { ConditionProgressType } from './condition.type.ts';

/** What a condition is measured by on a day. */
export type Measured = { readonly figure: FigureAnswer } & (
  | { readonly value?: never; readonly isWithheld: boolean }
  | (Pick<ConditionProgressType, 'numerator' | 'denominator' | 'interval'> & {
      readonly value: number;
      /** As `judgeCondition` takes it. */
      readonly notYetObservable: number | null | 'NONE';
      readonly asOf: CalendarDay;
    })
);

/** The figure over the duos of a grant by which a condition is measured, as the viewer may see it. */
export async function measureBy(
  context: Context,
  measure: ConditionMeasure,
  grantId: string,
  asOf: CalendarDay,
): Promise<Measured> {
  const filter = { grant: [grantId] };
  const day = asOf === context.today ? {} : { asOf };
  const ask = (request: FigureRequest) => figureFor(context, { ...request, ...day });
  const began = await ask({ metric: 'DUOS_STARTED', filter });
  switch (measure) {
    case 'DUOS_STARTED':
      if (!('value' in began)) return nothingOf(began);
      return {
        value: began.value,
        numerator: null,
        denominator: null,
        interval: null,
        notYetObservable: 'NONE',
        asOf: began.asOf,
        figure: began,
      };
    case 'WOMEN_SHARE': {
      const women = await ask({ metric: 'DUOS_STARTED', filter: { ...filter, gender: ['WOMAN'] } });
      if (!('value' in women) || !('value' in began) || began.value === 0) return nothingOf(began, women);
      const [numerator, denominator] = [women.value, began.value];
      return {
        value: numerator / denominator,
        numerator,
        denominator,
        interval: null,
        notYetObservable: 'NONE',
        asOf: began.asOf,
        figure: began,
      };
    }
    case 'COMPLETION_RATE':
    case 'POSITIVE_EXIT_RATE':
    case 'EMPLOYMENT_RATE':
    case 'STABLE_EMPLOYMENT_RATE': {
      const rate = await ask({ metric: measure, filter });
      if (!('value' in rate)) return nothingOf(rate);
      const { value, numerator, denominator, interval } = rate;
      return {
        value,
        numerator,
        denominator,
        interval,
        notYetObservable: stillRunning(began, denominator),
        asOf: rate.asOf,
        figure: rate,
      };
    }
  }
}

function nothingOf(figure: FigureAnswer, other: FigureAnswer = figure): Measured {
  return { isWithheld: 'reason' in figure || 'reason' in other, figure };
}

/**
 * Of how many duos of the grant it is too early to say: those that began, but for those whom the share is among. A funder's
 * share may be of an earlier day than the number that began: then those that it is too early for were no fewer than they are
 * now, and where they come to nothing there are none. So it follows from what a funder is told, and tells nothing beside it.
 * A number that began of an earlier day does not have those that began since: nothing follows from it.
 */
function stillRunning(began: FigureAnswer, among: number | null): number | null {
  return 'value' in began && !began.isEarlier && among !== null ? began.value - among : null;
}
