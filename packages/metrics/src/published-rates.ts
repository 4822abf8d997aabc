import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { wordsIn, type InLanguages } from '@tandem/domain/in-languages';
import type { Period } from '@tandem/domain/period';
import {
  haveSameValue,
  parametersOf,
  versionOf,
  type MetricDefinition,
  type Parameters,
  type Population,
} from './definition.ts';

/** What of a published rate says where it belongs. */
export interface PublishedPlace {
  /** What it is called on a chart, in each language in which it has a name. */
  readonly name: InLanguages;
  /** Two letters of ISO 3166; null where it is of no one country. */
  readonly country: string | null;
  /** What of the country it is about; nothing said where it is about all of it. */
  readonly place: InLanguages;
  /** Within how many months after the anchor; null where its source does not say. */
  readonly windowMonths: number | null;
  readonly year: number;
}

/** Published rates that make one line on a chart: of the same name, country, region and window, the earliest first, at least one. */
export interface PublishedSeries<Rate extends PublishedPlace> {
  /** The same whatever the reader's language, so that a link keeps its lines. */
  readonly key: string;
  readonly country: string | null;
  readonly windowMonths: number | null;
  readonly rates: readonly Rate[];
}

/** Why a line is not drawn beside a figure unless it is asked for (COUNTRY), or not at all (COUNTING). */
export const MISFITS = ['COUNTRY', 'COUNTING'] as const;
export type Misfit = (typeof MISFITS)[number];

/** Rates as lines, by name, country, region and window. Two rates of one year both stay: whoever published them has to be asked. */
export function publishedSeries<Rate extends PublishedPlace>(
  rates: readonly Rate[],
): PublishedSeries<Rate>[] {
  const lines = new Map<string, Rate[]>();
  for (const rate of rates) {
    const key = keyOf(rate);
    lines.set(key, [...(lines.get(key) ?? []), rate]);
  }
  return [...lines]
    .toSorted(([a, [one]], [b, [other]]) => nameOf(one).localeCompare(nameOf(other)) || a.localeCompare(b))
    .map(([key, of]) => ({
      key,
      country: of[0]?.country ?? null,
      windowMonths: of[0]?.windowMonths ?? null,
      rates: of.toSorted((a, b) => a.year - b.year),
    }));
}

function nameOf(rate: PublishedPlace | undefined): string {
  return (rate && wordsIn(rate.name, 'fr')) ?? '';
}

/** A name and a region go by the first language in which they are given; what a region holds cannot pass for a mark. */
function keyOf(rate: PublishedPlace): string {
  const { country, place, windowMonths } = rate;
  const region = wordsIn(place, 'fr');
  const where = region === null ? '' : `/${encodeURIComponent(region)}`;
  const within = windowMonths === null ? '' : `@${windowMonths}`;
  return `${country ?? ''}${where}${within}:${nameOf(rate)}`;
}

/** In what a figure can be counted otherwise than is usual. */
export type Otherwise = keyof Parameters | 'version';

/**
 * What keeps a line from standing beside a figure. Rates are published of the indicator as it is usually counted: with
 * another window, anchor, population or evidence, or in a former version, none of them is about the same (COUNTING). A line
 * that states its window says itself how far it reaches: it stands beside figures of another window or population too, and
 * differencesOf says in what they differ. A rate of a country stands beside figures of that country (COUNTRY).
 */
export function misfitOf(
  { country, windowMonths }: Pick<PublishedSeries<PublishedPlace>, 'country' | 'windowMonths'>,
  figure: { readonly otherwise: readonly Otherwise[]; readonly countries: readonly string[] },
): Misfit | null {
  const amiss =
    windowMonths === null
      ? figure.otherwise
      : figure.otherwise.filter((name) => name !== 'windowMonths' && name !== 'population');
  if (amiss.length > 0) return 'COUNTING';
  return country === null || figure.countries.includes(country) ? null : 'COUNTRY';
}

/** How a figure is counted otherwise than a line that may stand beside it; null where it is not. */
export interface PublishedDifferences {
  /** The figure's own window in months, where the line states another one. */
  readonly windowHere: number | null;
  /** The figure's own population, where it is not the usual one of which the line is. */
  readonly populationHere: Population | null;
}

/** In what a figure with such parameters differs from a line. An indicator without a window differs from none. */
export function differencesOf(
  { windowMonths }: Pick<PublishedPlace, 'windowMonths'>,
  inForce: MetricDefinition,
  asked: Partial<Parameters> | undefined,
): PublishedDifferences {
  const own = parametersOf(inForce, asked);
  const hasWindow = inForce.parameters.includes('windowMonths');
  const isOther = hasWindow && windowMonths !== null && windowMonths !== own.windowMonths;
  const isOfOthers =
    inForce.parameters.includes('population') && own.population !== parametersOf(inForce).population;
  return {
    windowHere: isOther ? own.windowMonths : null,
    populationHere: isOfOthers ? own.population : null,
  };
}

/** In what a figure is counted otherwise than published rates are meant: in the version in force or one of its value, with the parameters that are usual. */
export function countedOtherwise(
  inForce: MetricDefinition,
  asked: { readonly version: number; readonly parameters?: Partial<Parameters> | undefined },
): Otherwise[] {
  const usual = parametersOf(inForce);
  const own = parametersOf(inForce, asked.parameters);
  const others = inForce.parameters.filter((name) => own[name] !== usual[name]);
  const version = versionOf(inForce, asked.version);
  return version !== undefined && haveSameValue(version, inForce) ? others : ['version', ...others];
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
