import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { MetricUnit } from '@tandem/domain/figure-units';
import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';

/** What a figure's value is in, as the API names it. */
export type Unit = MetricUnit;

export interface Format {
  readonly number: (value: number, digits?: number) => string;
  /** A rate of 0 to 1 as a percentage, with at most so many digits after the comma. */
  readonly percent: (rate: number, digits?: number) => string;
  /** An amount in cents; whole units of the currency unless `exact`. */
  readonly money: (cents: number, options?: { exact?: boolean; compact?: boolean }) => string;
  readonly hours: (minutes: number) => string;
  readonly day: (day: CalendarDay, style?: 'short' | 'long' | 'month') => string;
  readonly instant: (iso: string) => string;
  /** A figure's value in its unit. */
  readonly value: (value: number, unit: Unit) => string;
  /**
   * How much more or less in the unit, with its sign; of rates in points of a hundred. One that is not zero is never written as
   * zero: it has as many digits as that takes.
   */
  readonly difference: (value: number, unit: Unit) => string;
  /** A value under its name: "Gand: 71 %", with the space that French has before its colon. */
  readonly named: (name: string, value: string) => string;
  /** Two bounds in the unit, the unit once: "68–76 %". */
  readonly interval: (lower: number, upper: number, unit: Unit) => string;
  /** Two bounds of a difference: "−2 points – +5 points". */
  readonly differences: (bounds: { readonly lower: number; readonly upper: number }, unit: Unit) => string;
}

/** Numbers, money and days as the reader's language writes them. */
export function useFormat(): Format {
  const intl = useIntl();
  return useMemo(() => makeFormat(intl), [intl]);
}

/** A day has no zone: it is shown in UTC, in which it was made, so that it never shifts. */
function asDate(day: CalendarDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

const DAY_STYLES = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const;

/** A day in the reader's language, for words that are made without the hook. */
export function formatDay(
  intl: IntlShape,
  day: CalendarDay,
  style: keyof typeof DAY_STYLES = 'short',
): string {
  return intl.formatDate(asDate(day), { ...DAY_STYLES[style], timeZone: 'UTC' });
}

/** An instant in the reader's language and zone. */
export function formatInstant(intl: IntlShape, iso: string): string {
  return intl.formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
}

/** Less than this is what is left of reckoning with shares, and no difference. */
const LEAST_DIFFERENCE = 1e-9;

/** How many digits after the comma an amount takes: the usual ones, or as many more as keep it from being written as zero. */
function digitsOf(amount: number, usual: number): number {
  let digits = usual;
  while (Math.abs(amount) >= LEAST_DIFFERENCE && Math.round(Math.abs(amount) * 10 ** digits) === 0)
    digits += 1;
  return digits;
}

export function makeFormat(intl: IntlShape): Format {
  const number = (value: number, digits = 0) =>
    intl.formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const percent = (rate: number, digits = 0) =>
    intl.formatNumber(rate, {
      style: 'percent',
      maximumFractionDigits: digits,
    });
  const euros = (amount: number, least: number, most = least, compact = false) =>
    intl.formatNumber(amount, {
      style: 'currency',
      currency: 'EUR',
      ...(compact && { notation: 'compact' }),
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  const money: Format['money'] = (cents, { exact = false, compact = false } = {}) =>
    euros(cents / 100, exact ? 2 : 0, exact ? 2 : compact ? 1 : 0, compact);
  const hours = (amount: number, digits: number) =>
    intl.formatMessage({ id: 'unit.hours' }, { hours: number(amount, digits) });
  const score = (amount: number, digits: number) =>
    intl.formatNumber(amount, { maximumFractionDigits: digits, signDisplay: 'exceptZero' });
  const points = (amount: number) =>
    intl.formatMessage({ id: 'unit.points' }, { points: score(amount, digitsOf(amount, 1)) });
  /** Euros of a difference: with cents where it takes digits at all. */
  const amountOf = (amount: number, usual: number) => {
    const digits = digitsOf(amount, usual);
    return euros(amount, digits === 0 ? 0 : Math.max(2, digits));
  };
  const value = (amount: number, unit: Unit) => {
    switch (unit) {
      case 'RATE':
        return percent(amount);
      case 'COUNT':
        return number(amount);
      case 'HOURS':
        return hours(amount, 0);
      case 'CENTS':
        return money(amount);
      case 'SCORE':
        return score(amount, 0);
      case 'RATIO':
        return euros(amount, 2);
    }
  };
  const difference = (amount: number, unit: Unit) => {
    if (Math.abs(amount) < LEAST_DIFFERENCE) return unit === 'RATE' ? points(0) : value(0, unit);
    const size = Math.abs(amount);
    const sign = amount < 0 ? '−' : '+';
    switch (unit) {
      case 'RATE':
        return points(100 * amount);
      case 'SCORE':
        return score(amount, digitsOf(amount, 0));
      case 'COUNT':
        return `${sign}${number(size, digitsOf(size, 0))}`;
      case 'HOURS':
        return `${sign}${hours(size, digitsOf(size, 0))}`;
      case 'CENTS':
        return `${sign}${amountOf(size / 100, 0)}`;
      case 'RATIO':
        return `${sign}${amountOf(size, 2)}`;
    }
  };
  return {
    number,
    percent,
    money,
    value,
    hours: (minutes) => hours(minutes / 60, minutes % 60 === 0 ? 0 : 1),
    named: (name, text) => intl.formatMessage({ id: 'about.line' }, { name, value: text }),
    day: (day, style = 'short') => formatDay(intl, day, style),
    instant: (iso) => formatInstant(intl, iso),
    difference,
    differences: ({ lower, upper }, unit) => `${difference(lower, unit)} – ${difference(upper, unit)}`,
    interval: (lower, upper, unit) =>
      unit === 'RATE'
        ? `${number(100 * lower)}–${percent(upper)}`
        : `${value(lower, unit)} – ${value(upper, unit)}`,
  };
}
