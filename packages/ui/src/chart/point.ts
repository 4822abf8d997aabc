import type { IntlShape } from 'react-intl';
import type { FigureResult } from '../figure/figure.ts';

/** A group of a breakdown or a period of a trend, as charts take it. */
export interface Point {
  readonly key: string;
  readonly label: string;
  /** Undefined where there is no value to show: then `why` says so. */
  readonly value: number | undefined;
  readonly why?: string | undefined;
  readonly interval?: { readonly lower: number; readonly upper: number } | null | undefined;
  /** Small text behind the value: of how many, which share. */
  readonly note?: string | undefined;
}

/** A result as a point; one that is withheld says why. */
export function pointOf(key: string, label: string, result: FigureResult, intl: IntlShape): Point {
  switch (result.__typename) {
    case 'Figure': {
      const { value, interval, unit, denominator } = result;
      const ofMany = denominator != null && (unit === 'RATE' || unit === 'SCORE');
      return {
        key,
        label,
        value,
        interval,
        note: ofMany
          ? intl.formatMessage({ id: 'chart.ofMany' }, { total: intl.formatNumber(denominator) })
          : undefined,
      };
    }
    case 'Withheld':
      return {
        key,
        label,
        value: undefined,
        why: intl.formatMessage({ id: `figure.withheld.${result.reason}` }),
      };
    case 'NoData':
      return { key, label, value: undefined, why: intl.formatMessage({ id: 'figure.noData' }) };
  }
}
