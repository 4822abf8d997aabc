import { useIntl } from 'react-intl';
import type { Population } from '../gql/graphql.ts';

interface Named {
  readonly label: string;
  readonly region?: string | null | undefined;
  readonly country?: string | null | undefined;
}

/** What published rates are called: their name, with the region and the country that they are of. */
export function usePublishedName() {
  const intl = useIntl();
  return ({ label, region, country }: Named): string =>
    [label, region, country && (intl.formatDisplayName(country, { type: 'region' }) ?? country)]
      .filter(Boolean)
      .join(', ');
}

/** What one of them is called: by its year as well, since a name may have several. */
export function usePublishedLine() {
  const nameOf = usePublishedName();
  return (published: Named & { readonly year: number }): string => `${nameOf(published)} (${published.year})`;
}

interface Described {
  readonly population: string;
  readonly windowMonths?: number | null | undefined;
}

interface Differences {
  readonly windowHere?: number | null | undefined;
  readonly populationHere?: Population | null | undefined;
}

/** Whether the figure beside it has another window or counts other duos. */
export function isCountedOtherwise({ windowHere, populationHere }: Differences): boolean {
  return windowHere != null || populationHere != null;
}

/** About whom published rates are and within what time, and in what a figure beside them is counted otherwise. */
export function usePublishedAbout() {
  const intl = useIntl();
  const words = (id: string, values: Record<string, string | number>) => intl.formatMessage({ id }, values);
  return ({ population, windowMonths }: Described, differs?: Differences): string => {
    const { windowHere, populationHere } = differs ?? {};
    const within =
      windowMonths != null &&
      (windowHere == null
        ? words('published.within', { months: windowMonths })
        : words('published.withinHere', { months: windowMonths, here: windowHere }));
    const counted =
      populationHere != null && words('published.populationHere', { population: populationHere });
    return [population, within, counted].filter(Boolean).join(' ');
  };
}

interface Sourced {
  readonly source: string;
  readonly link?: string | null | undefined;
}

/** Where published rates come from, each source once, with its address. */
export function publishedSources(rates: readonly Sourced[]): string {
  return [...new Set(rates.map(({ source, link }) => [source, link].filter(Boolean).join(', ')))].join('; ');
}
