import type { Column } from '@tandem/ui/column';
import { DotChart } from '@tandem/ui/DotChart';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Page';
import { pointOf, type Point } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { BenchmarksQuery, FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { useCohortWords } from './use-cohort-words.ts';
import { usePublishedSeries } from './use-published-series.ts';

const BENCHMARKS = graphql(`
  query Benchmarks(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
  ) {
    comparePublished(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      result {
        ...FigureFields
      }
      rates {
        published {
          id
          label
          rate
          people
          population
          source
          link
          country
          year
        }
        difference {
          difference
          simultaneous {
            lower
            upper
          }
          verdict
        }
      }
    }
  }
`);
type Rate = BenchmarksQuery['comparePublished']['rates'][number];

const route = getRouteApi('/indicators/$metric');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
}

/** What others published of the same, with its source and about whom it is; nothing where nothing was written down, and why where nothing fits. */
export function IndicatorBenchmarks({ metric, request }: Props) {
  const intl = useIntl();
  const search = route.useSearch();
  const cohortWords = useCohortWords();
  const columns = useBenchmarkColumns();
  const { data } = useKeptQuery(BENCHMARKS, request, undefined);
  const { all } = usePublishedSeries(metric, request);
  const compared = data?.comparePublished;
  const words = (id: string) => intl.formatMessage({ id });
  if (compared === undefined) return null;
  if (compared.rates.length === 0)
    return all.length === 0 ? null : (
      <Section title={words('benchmark.title')}>
        <p>
          {words(
            all.some(({ misfit }) => misfit === 'COUNTING')
              ? 'benchmark.otherCounting'
              : 'benchmark.otherCountries',
          )}
        </p>
      </Section>
    );
  const dots: Point[] = [
    pointOf('programme', words('benchmark.programme'), compared.result, intl),
    ...compared.rates.map(({ published }) => ({
      key: published.id,
      label: `${published.label} (${published.year})`,
      value: published.rate,
    })),
  ];
  return (
    <Section title={words('benchmark.title')} about={words('benchmark.about')}>
      <DotChart
        title={words('benchmark.finding')}
        dots={dots}
        unit="RATE"
        groupHeader={words('benchmark.who')}
        valueHeader={metric.name}
        fileName={`${metric.id.toLowerCase()}-benchmarks`}
        about={{
          scope: cohortWords(search),
          source: compared.rates.map(({ published }) => published.source).join('; '),
        }}
      />
      <FiledTable
        caption={words('benchmark.title')}
        columns={columns}
        rows={compared.rates}
        rowKey={({ published }) => published.id}
        fileName={`${metric.id.toLowerCase()}-published`}
      />
    </Section>
  );
}

function useBenchmarkColumns(): Column<Rate>[] {
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string) => intl.formatMessage({ id });
  return [
    {
      id: 'label',
      header: words('benchmark.who'),
      cell: ({ published }) => `${published.label} (${published.year})`,
      text: ({ published }) => `${published.label} (${published.year})`,
    },
    {
      id: 'rate',
      header: words('comparison.column.rate'),
      align: 'right',
      as: 'rate',
      cell: ({ published }) => format.percent(published.rate, 1),
      text: ({ published }) => published.rate,
    },
    {
      id: 'difference',
      header: words('comparison.difference'),
      align: 'right',
      cell: ({ difference }) => (difference == null ? '–' : format.difference(difference.difference, 'RATE')),
      text: ({ difference }) => difference?.difference ?? null,
    },
    {
      id: 'verdict',
      header: words('comparison.column.verdict'),
      cell: ({ difference }) => (difference == null ? '' : words(`comparison.verdict.${difference.verdict}`)),
      text: ({ difference }) =>
        difference == null ? null : words(`comparison.verdict.${difference.verdict}`),
    },
    {
      id: 'population',
      header: words('benchmark.population'),
      wrap: true,
      cell: ({ published }) => published.population,
      text: ({ published }) => published.population,
    },
    {
      id: 'source',
      header: words('about.source'),
      wrap: true,
      cell: ({ published }) =>
        published.link == null ? (
          published.source
        ) : (
          <a href={published.link} rel="noreferrer">
            {published.source}
          </a>
        ),
      text: ({ published }) => [published.source, published.link].filter(Boolean).join(' '),
    },
  ];
}
