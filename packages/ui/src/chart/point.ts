import type { IntlShape } from 'react-intl';
import { shareAnswered } from '../figure/answered.ts';
import {
  countedOf,
  fewWords,
  isOutOfFew,
  isTooEarly,
  ofManyWords,
  standingOf,
  tooEarlyWords,
  type Counted,
} from '../figure/counted.ts';
import type { FigureResult } from '../figure/figure.ts';
import { whyNone } from '../figure/why-none.ts';
import { formatDay, type Format, type Unit } from '../i18n/format.ts';

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Why there is no value: it may not be shown, there is none, or none yet. Each has a drawing of its own. */
export type Absence = 'withheld' | 'noData' | 'tooEarly';

/** A group of a breakdown or a period of a trend, as charts take it. */
export interface Point {
  readonly key: string;
  readonly label: string;
  /** Undefined where there is no value to show: then `absent` and `why` say so. */
  readonly value: number | undefined;
  readonly absent?: Absence | undefined;
  readonly why?: string | undefined;
  /** What it was made of, where it is a figure. */
  readonly counted?: Counted | undefined;
  /** Where it is a figure: whether it is shown, of which day, or why not. */
  readonly standing?: string | undefined;
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
  const told = { key, label, counted: countedOf(result), standing: standingOf(result, intl) };
  switch (result.__typename) {
    case 'Figure': {
      const { value, interval, unit, denominator, isEarlier, asOf } = result;
      const ofMany = denominator != null && (unit === 'RATE' || unit === 'SCORE');
      const share = shareAnswered(told.counted, intl);
      const notes = [
        ofMany && ofManyWords(denominator, intl),
        share !== undefined && intl.formatMessage({ id: 'chart.answered' }, { share }),
        isEarlier && intl.formatMessage({ id: 'chart.asOf' }, { day: formatDay(intl, asOf) }),
      ].filter((note) => note !== false);
      return { ...told, value, interval, note: notes.length > 0 ? notes.join(', ') : undefined };
    }
    case 'Withheld':
      return { ...told, value: undefined, absent: 'withheld', why: whyNone(result, intl) };
    case 'NoData':
      return {
        ...told,
        value: undefined,
        absent: isTooEarly(result) ? 'tooEarly' : 'noData',
        why: whyNone(result, intl),
      };
  }
}

/** A point in words: "Bruxelles: 71 %, 95 % interval 64–77 %, of 191". */
export function wordsOf(point: Point, unit: Unit, format: Format, intl: IntlShape): string {
  const { label, value, interval, note, why, counted } = point;
  if (value === undefined) return format.named(label, why ?? intl.formatMessage({ id: 'figure.noData' }));
  const parts = [
    format.value(value, unit),
    interval &&
      intl.formatMessage(
        { id: 'figure.between' },
        { interval: format.interval(interval.lower, interval.upper, unit) },
      ),
    note,
    isOfFew(point) && fewWords(intl),
    counted && tooEarlyWords(counted, intl),
  ];
  return format.named(label, parts.filter(Boolean).join(', '));
}

export function isKnown<P extends Point>(point: P): point is P & { readonly value: number } {
  return point.value !== undefined;
}

/** Out of how many a point is a share or a score; undefined of anything else, and where it is not told. */
export function sizeOf({ counted }: Point): number | undefined {
  return counted?.unit === 'RATE' || counted?.unit === 'SCORE' ? counted.denominator : undefined;
}

/** Whether a value is a share or a score out of so few that one more or less moves it far. */
export function isOfFew({ value, counted }: Point): boolean {
  return value !== undefined && counted !== undefined && isOutOfFew(counted);
}
