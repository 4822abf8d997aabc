import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { ConditionMeasure, ConditionVerdict, IntervalSide } from '@tandem/domain/vocabulary';
import { useIntl } from 'react-intl';
import type { FigureResult } from '../figure/figure.ts';
import { boundsWords } from '../figure/sureness.ts';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import type { Tone } from '../feedback/Status.tsx';

/** A condition that is measured, and how far it has come. */
export interface MeasuredCondition {
  readonly measure: ConditionMeasure;
  readonly target: number;
  readonly dueOn?: CalendarDay | null | undefined;
  readonly progress: {
    readonly verdict: ConditionVerdict;
    /** Whether that can still become another. */
    readonly mayChange: boolean;
    readonly value?: number | null | undefined;
    readonly numerator?: number | null | undefined;
    readonly denominator?: number | null | undefined;
    readonly interval?: { readonly lower: number; readonly upper: number } | null | undefined;
    readonly intervalSide?: IntervalSide | null | undefined;
    readonly asOf: CalendarDay;
    readonly figure: FigureResult;
  };
}

/** A condition as it comes: measured or in words. */
export interface AnyCondition {
  readonly measure?: ConditionMeasure | null | undefined;
  readonly target?: number | null | undefined;
  readonly dueOn?: CalendarDay | null | undefined;
  readonly progress?: MeasuredCondition['progress'] | null | undefined;
}

/** The condition where it is a measured one; undefined of one in words. */
export function measuredOf({
  measure,
  target,
  dueOn,
  progress,
}: AnyCondition): MeasuredCondition | undefined {
  return measure == null || target == null || progress == null
    ? undefined
    : { measure, target, dueOn, progress };
}

/** Of a share: a condition may be met by half a percent. */
const DECIMALS = 1;

export const TONES: Readonly<Record<ConditionVerdict, Tone>> = {
  REACHED: 'good',
  NOT_REACHED: 'warn',
  OPEN: 'neutral',
  NOTHING_TO_COUNT: 'neutral',
  NOT_SHOWN: 'neutral',
};

/** What is said of a measured condition: its target, whether it is reached, and by which figure. */
export function useConditionWords() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const inUnit = (measure: ConditionMeasure, value: number) =>
    measure === 'DUOS_STARTED' ? format.number(value) : format.percent(value, DECIMALS);
  /** Until when it can change, and, of a figure of an earlier day, why it is judged by that one. */
  const untilWhen = ({ dueOn, progress: { verdict, mayChange, figure } }: MeasuredCondition) => {
    if (!mayChange) return '';
    const until =
      dueOn == null
        ? words(`condition.${verdict}.untilTheEnd`)
        : words(`condition.${verdict}.until`, { day: format.day(dueOn) });
    const isEarlier = figure.__typename === 'Figure' && figure.isEarlier;
    return isEarlier ? `${until} ${words('condition.earlier')}` : until;
  };
  /** Within what a share lies whatever became of those of whom it is not known. */
  const bounds = ({ progress: { figure } }: MeasuredCondition) => {
    if (figure.__typename !== 'Figure' || figure.bounds == null) return '';
    const line = boundsWords({ ...figure, bounds: figure.bounds }, intl, DECIMALS);
    return `${line.charAt(0).toLocaleUpperCase(intl.locale)}${line.slice(1)}.`;
  };
  return {
    /** "Positive exits ≥ 60 %" */
    target: ({ measure, target }: MeasuredCondition): string =>
      `${word('ConditionMeasure', measure)} ≥ ${inUnit(measure, target)}`,
    verdict: ({ progress: { verdict, mayChange } }: MeasuredCondition): string =>
      words(`condition.verdict.${verdict === 'REACHED' && mayChange ? 'REACHED_SO_FAR' : verdict}`),
    /** The figure, out of how many, its interval and where that lies beside the target, its bounds; or why there is no figure. */
    figure: (condition: MeasuredCondition): string => {
      const { measure, target, progress } = condition;
      const { verdict, value, numerator, denominator, interval, intervalSide, asOf } = progress;
      if (value == null) return verdict === 'NOT_SHOWN' ? words('condition.notShown') : '';
      const counts =
        numerator == null || denominator == null
          ? undefined
          : words('figure.ofMany', { count: format.number(numerator), total: format.number(denominator) });
      return [
        words(counts === undefined ? 'condition.stands' : 'condition.standsOf', {
          value: inUnit(measure, value),
          day: format.day(asOf),
          counts: counts ?? '',
        }),
        interval &&
          intervalSide &&
          words(`condition.interval.${intervalSide}`, {
            interval: format.interval(interval.lower, interval.upper, 'RATE'),
            // Around the target: the interval does not exclude what the figure is not.
            other: value >= target ? 'below' : 'above',
          }),
        bounds(condition),
        untilWhen(condition),
      ]
        .filter(Boolean)
        .join(' ');
    },
  };
}
