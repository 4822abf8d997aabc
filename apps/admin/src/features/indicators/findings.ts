import { mayBeAShare } from '@tandem/domain/small-numbers';
import { newcombeInterval } from '@tandem/metrics/statistics/newcombe';
import type { Proportion } from '@tandem/metrics/statistics/proportion';
import { answeredWords } from '@tandem/ui/answered';
import { useFormat, type Unit } from '@tandem/ui/format';
import { sizeOf, type Point } from '@tandem/ui/point';
import { isUnfinished } from '@tandem/ui/too-early';
import { useIntl } from 'react-intl';

interface Subject {
  readonly name: string;
  readonly unit: Unit;
}

/** What a chart shows, in a sentence that says no more than its data. */
export function useFindings() {
  const intl = useIntl();
  const format = useFormat();
  // Few carry no sentence: one person more or less would turn it round.
  const known = (points: readonly Point[]) =>
    points.flatMap((point) => {
      const size = sizeOf(point);
      return point.value === undefined || (size !== undefined && !mayBeAShare(size))
        ? []
        : [{ ...point, value: point.value }];
    });

  /** The highest and the lowest; undefined where there are no two to tell apart. */
  const endsOf = (points: readonly Point[]) => {
    const [most, ...others] = known(points).toSorted((a, b) => b.value - a.value);
    const least = others.at(-1);
    return most && least && { most, least };
  };

  /** What is said of answers says how many of those asked gave one. */
  const withAnswered = (finding: string, points: readonly Point[]) => {
    const answered = answeredWords(
      points.map((point) => point.counted),
      intl,
    );
    return answered === undefined
      ? finding
      : intl.formatMessage({ id: 'finding.answered' }, { finding, answered });
  };

  return {
    trend({ name, unit }: Subject, points: readonly Point[]): string {
      // What is too early to judge, as the chart marks it, would stand for a fall or a rise that is none.
      const values = known(points).filter((point) => !isUnfinished(point));
      const first = values.at(0);
      const last = values.at(-1);
      if (first === undefined || last === undefined || first === last)
        return intl.formatMessage({ id: 'finding.trend.short' }, { name });
      const words = {
        name,
        first: format.value(first.value, unit),
        start: first.label,
        last: format.value(last.value, unit),
        end: last.label,
      };
      const [before, after] = [proportionOf(first), proportionOf(last)];
      return withAnswered(
        before === undefined || after === undefined
          ? intl.formatMessage({ id: 'finding.trend' }, words)
          : intl.formatMessage(
              { id: 'finding.trend.difference' },
              {
                ...words,
                difference: format.difference(last.value - first.value, unit),
                interval: format.differences(newcombeInterval(after, before), unit),
              },
            ),
        values,
      );
    },
    /** With what those who answered agree most and least. */
    agreeing(points: readonly Point[]): string {
      const ends = endsOf(points);
      const finding = ends
        ? intl.formatMessage(
            { id: 'quality.agreeingFinding' },
            { most: ends.most.label, least: ends.least.label },
          )
        : intl.formatMessage({ id: 'quality.agreeingFew' });
      return withAnswered(finding, points);
    },
    breakdown({ name, unit }: Subject, points: readonly Point[]): string {
      const ends = endsOf(points);
      if (ends === undefined) return intl.formatMessage({ id: 'finding.breakdown.one' }, { name });
      const { most, least } = ends;
      // Picked by their values among all groups, these two lie apart by chance alone: an interval of two that were named before
      // would not hold, and nothing is said of their difference. It is told where groups are compared.
      return withAnswered(
        intl.formatMessage(
          { id: 'finding.breakdown' },
          {
            name,
            most: most.label,
            highest: format.value(most.value, unit),
            least: least.label,
            lowest: format.value(least.value, unit),
          },
        ),
        known(points),
      );
    },
  };
}

/** What a rate was counted from; undefined of anything else, for which there is no interval of a difference. */
function proportionOf({ counted }: Point): Proportion | undefined {
  return counted?.unit === 'RATE' && counted.numerator !== undefined && counted.denominator !== undefined
    ? { successes: counted.numerator, n: counted.denominator }
    : undefined;
}

/** A period of a trend in words: "2016", "Q3 2016", "March 2016". */
export function usePeriodLabel() {
  const intl = useIntl();
  const format = useFormat();
  return (key: string, step: 'MONTH' | 'QUARTER' | 'YEAR') => {
    const year = key.slice(0, 4);
    if (step === 'YEAR') return year;
    if (step === 'MONTH') return format.day(key, 'month');
    const quarter = Math.ceil(Number(key.slice(5, 7)) / 3);
    return intl.formatMessage({ id: 'unit.quarter' }, { quarter, year });
  };
}
