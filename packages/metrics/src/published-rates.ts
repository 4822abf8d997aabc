import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import { parametersOf, type MetricDefinition, type Parameters } from './definition.ts';

/** What of a published rate says where it belongs. */
export interface PublishedPlace {
  /** What it is called on a chart. */
  readonly label: string;
  /** Two letters of ISO 3166; null where it is of no one country. */
  readonly country: string | null;
  readonly year: number;
}

/** Published rates that make one line on a chart: of the same name and country, the earliest first, at least one. */
export interface PublishedSeries<Rate extends PublishedPlace> {
  readonly key: string;
  readonly label: string;
  readonly country: string | null;
  readonly rates: readonly Rate[];
}

/** Why a line is not drawn beside a figure unless it is asked for (COUNTRY), or not at all (COUNTING). */
export const MISFITS = ['COUNTRY', 'COUNTING'] as const;
export type Misfit = (typeof MISFITS)[number];

/** Rates as lines, by name and country. Two rates of one year both stay: whoever published them has to be asked. */
export function publishedSeries<Rate extends PublishedPlace>(
  rates: readonly Rate[],
): PublishedSeries<Rate>[] {
  const lines = new Map<string, Rate[]>();
  for (const rate of rates) {
    const key = `${rate.country ?? ''}:${rate.label}`;
    lines.set(key, [...(lines.get(key) ?? []), rate]);
  }
  return [...lines]
    .map(([key, of]) => ({
      key,
      label: of[0]?.label ?? '',
      country: of[0]?.country ?? null,
      rates: of.toSorted((a, b) => a.year - b.year),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label) || a.key.localeCompare(b.key));
}

/**
 * What keeps a line from standing beside a figure. Rates are published of the indicator as it is usually counted: with
 * another window, anchor, population or evidence, or in a former version, none of them is about the same (COUNTING). A rate
 * of a country stands beside figures of that country (COUNTRY).
 */
export function misfitOf(
  { country }: Pick<PublishedSeries<PublishedPlace>, 'country'>,
  figure: { readonly isCountedAsUsual: boolean; readonly countries: readonly string[] },
): Misfit | null {
  if (!figure.isCountedAsUsual) return 'COUNTING';
  return country === null || figure.countries.includes(country) ? null : 'COUNTRY';
}

/** Whether a figure is counted as published rates are meant: in the version in force, with the parameters that are usual. */
export function isCountedAsUsual(
  inForce: MetricDefinition,
  asked: { readonly version: number; readonly parameters?: Partial<Parameters> | undefined },
): boolean {
  if (asked.version !== inForce.version) return false;
  const usual = parametersOf(inForce);
  const own = parametersOf(inForce, asked.parameters);
  return inForce.parameters.every((name) => own[name] === usual[name]);
}

/** The year of the last day that a figure is about: of its period (half-open), but not after the day as of which it is. */
export function lastYearOf({
  asOf,
  period,
}: {
  readonly asOf: CalendarDay;
  readonly period?: Period | undefined;
}): number {
  const last = period === undefined ? asOf : addDays(period.to, -1);
  return Number((last < asOf ? last : asOf).slice(0, 4));
}

/** The rate of a line to hold a figure of that year against: the latest up to it, or the first one after it. */
export function rateUpTo<Rate extends Pick<PublishedPlace, 'year'>>(
  { rates }: { readonly rates: readonly Rate[] },
  year: number,
): Rate | undefined {
  return rates.findLast((rate) => rate.year <= year) ?? rates[0];
}

/**
 * What a line says in each of some years. A line of several years says of each year its own rate and nothing of the others;
 * one of a single year is a level, which is drawn across and named with its year.
 */
export function valuesByYear(
  { rates }: { readonly rates: readonly { readonly year: number; readonly rate: number }[] },
  years: readonly number[],
): ReadonlyMap<number, number> {
  const [only, second] = rates;
  if (only !== undefined && second === undefined)
    return new Map(years.map((year) => [year, only.rate] as const));
  const of = new Map(rates.map(({ year, rate }) => [year, rate] as const));
  return new Map(
    years.flatMap((year) => {
      const rate = of.get(year);
      return rate === undefined ? [] : [[year, rate] as const];
    }),
  );
}
