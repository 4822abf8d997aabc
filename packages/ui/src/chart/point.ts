import type { IntlShape } from 'react-intl';
import type { FigureResult } from '../figure/figure.ts';
import { whyNone } from '../figure/why-none.ts';
import { formatDay, type Format, type Unit } from '../i18n/format.ts';

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Why there is no value: it may not be shown, or there is none. Each has a drawing of its own. */
export type Absence = 'withheld' | 'noData';

/** A group of a breakdown or a period of a trend, as charts take it. */
export interface Point {
  readonly key: string;
  readonly label: string;
  /** Undefined where there is no value to show: then `absent` and `why` say so. */
  readonly value: number | undefined;
  readonly absent?: Absence | undefined;
  readonly why?: string | undefined;
  /** Out of how many it is a share or a score. */
  readonly total?: number | undefined;
  /** 95 % interval. */
  readonly interval?: Bounds | null | undefined;
  /** Small text behind the value: of how many, which share. */
  readonly note?: string | undefined;
}

/** A published value to compare with, and where it was published. */
export interface Reference {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly source: string;
}

/** A result as a point; one that is withheld says why. */
export function pointOf(key: string, label: string, result: FigureResult, intl: IntlShape): Point {
  switch (result.__typename) {
    case 'Figure': {
      const { value, interval, unit, denominator, isEarlier, asOf } = result;
      const ofMany = denominator != null && (unit === 'RATE' || unit === 'SCORE');
      const notes = [
        ofMany && intl.formatMessage({ id: 'chart.ofMany' }, { total: intl.formatNumber(denominator) }),
        isEarlier && intl.formatMessage({ id: 'chart.asOf' }, { day: formatDay(intl, asOf) }),
      ].filter((note) => note !== false);
      return {
        key,
        label,
        value,
        interval,
        total: ofMany ? denominator : undefined,
        note: notes.length > 0 ? notes.join(', ') : undefined,
      };
    }
    case 'Withheld':
    case 'NoData':
      return {
        key,
        label,
        value: undefined,
        absent: result.__typename === 'Withheld' ? 'withheld' : 'noData',
        why: intl.formatMessage({ id: whyNone(result) ?? 'figure.noData' }),
      };
  }
}

/** A point in words: "Bruxelles: 71 %, 95 % interval 64–77 %, of 191". */
export function wordsOf(point: Point, unit: Unit, format: Format, intl: IntlShape): string {
  const { label, value, interval, note, why } = point;
  if (value === undefined) return `${label}: ${why ?? intl.formatMessage({ id: 'figure.noData' })}`;
  const parts = [
    format.value(value, unit),
    interval &&
      intl.formatMessage(
        { id: 'figure.between' },
        { interval: format.interval(interval.lower, interval.upper, unit) },
      ),
    note,
  ];
  return `${label}: ${parts.filter(Boolean).join(', ')}`;
}

export function isKnown<P extends Point>(point: P): point is P & { readonly value: number } {
  return point.value !== undefined;
}
