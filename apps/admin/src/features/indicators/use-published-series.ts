import { useQuery } from '@apollo/client/react';
import { rateUpTo, valuesByYear } from '@tandem/metrics/published-rates';
import type { Reference } from '@tandem/ui/point';
import type { Beside } from '@tandem/ui/TrendChart';
import { useFormat } from '@tandem/ui/format';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest, PublishedSeriesQuery } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import {
  publishedSources,
  usePublishedAbout,
  usePublishedLine,
  usePublishedName,
} from '@tandem/ui/published-name';

const PUBLISHED = graphql(`
  query PublishedSeries(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
  ) {
    publishedSeries(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      ...PublishedLine
    }
  }
`);
export type PublishedLine = PublishedSeriesQuery['publishedSeries'][number];

const route = getRouteApi('/indicators/$metric');
const NONE: readonly PublishedLine[] = [];

/** What others published of an indicator, which of it is drawn beside the figure, and the words for both. */
export function usePublishedSeries(metric: Metric, request: FigureRequest) {
  const { lines } = route.useSearch();
  const { data, previousData } = useQuery(PUBLISHED, {
    variables: request,
    skip: metric.unit !== 'RATE',
  });
  const all = (data ?? previousData)?.publishedSeries ?? NONE;
  // Of a figure that is counted otherwise nothing was published, whatever an address says.
  const possible = all.filter(({ misfit }) => misfit !== 'COUNTING');
  const shown = possible.filter(({ key, misfit }) =>
    lines === undefined ? misfit == null : lines.includes(key),
  );
  return { all, possible, shown };
}

/** Published lines as charts draw them, and the sentence that says about whom they are. */
export function usePublishedWords() {
  const intl = useIntl();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const nameOf = usePublishedName();
  const lineOf = usePublishedLine();
  const aboutOf = usePublishedAbout();
  const format = useFormat();
  const about = (line: PublishedLine, rate = line.rates.at(-1)) =>
    words('published.aboutLine', {
      line: nameOf(line),
      population: rate === undefined ? '' : aboutOf(rate, line.differs),
    });
  return {
    /** Nothing where nothing is drawn. */
    sentence: (shown: readonly PublishedLine[]) =>
      shown.length === 0
        ? undefined
        : words('published.sentence', { lines: shown.map((line) => about(line)).join(' ') }),
    sources: (shown: readonly PublishedLine[]) =>
      shown.length === 0
        ? undefined
        : [
            words('about.programme'),
            ...shown.map((line) => format.named(nameOf(line), publishedSources(line.rates))),
          ].join('; '),
    /** By period: each year has its own rate; a single rate is a level, named with its year. */
    beside: (shown: readonly PublishedLine[], keys: readonly string[]): Beside[] =>
      shown.flatMap((line) => {
        const years = [...new Set(keys.map(yearOf))];
        const byYear = valuesByYear(line, years);
        const values = keys.flatMap((key) => {
          const value = byYear.get(yearOf(key));
          return value === undefined ? [] : [[key, value] as const];
        });
        const [only, second] = line.rates;
        const label =
          only === undefined || second !== undefined ? nameOf(line) : lineOf({ ...line, year: only.year });
        return values.length === 0
          ? []
          : [
              {
                key: line.key,
                label,
                source: `${publishedSources(line.rates)}. ${about(line)}`,
                values: Object.fromEntries(values),
              },
            ];
      }),
    /** Across groups: the rate of the figure's last year. */
    references: (shown: readonly PublishedLine[], year: number): Reference[] =>
      shown.flatMap((line) => {
        const rate = rateUpTo(line, year);
        return rate === undefined
          ? []
          : [
              {
                key: line.key,
                label: lineOf({ ...line, year: rate.year }),
                value: rate.rate,
                source: `${publishedSources([rate])}. ${about(line, rate)}`,
              },
            ];
      }),
  };
}

function yearOf(key: string): number {
  return Number(key.slice(0, 4));
}
