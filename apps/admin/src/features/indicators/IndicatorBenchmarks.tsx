import { DotChart } from '@tandem/ui/DotChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { pointOf, type Point } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import { useBenchmarkColumns } from './benchmark-columns.tsx';
import type { Metric } from './indicator.queries.ts';
import { usePublishedDistances } from './published-distance.ts';
import { isCountedOtherwise, usePublishedAbout, usePublishedLine } from '@tandem/ui/published-name';
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
          sourceLanguage
          link
          country
          region
          windowMonths
          year
        }
        differs {
          windowHere
          populationHere
        }
        difference {
          difference
          interval {
            lower
            upper
          }
          verdict
        }
      }
    }
  }
`);

const route = getRouteApi('/indicators/$metric');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
}

/** What others published of the same, with its source and about whom it is; nothing where nothing was written down, and why where nothing fits. */
export function IndicatorBenchmarks({ metric, request }: Props) {
  const intl = useIntl();
  const search = route.useSearch();
  const cohortWords = useCohortWords(metric);
  const lineOf = usePublishedLine();
  const aboutOf = usePublishedAbout();
  const { data, error, retry } = useKeptQuery(BENCHMARKS, request, undefined);
  const { all } = usePublishedSeries(metric, request);
  const compared = data?.comparePublished;
  const columns = useBenchmarkColumns();
  const distances = usePublishedDistances();
  const words = (id: string) => intl.formatMessage({ id });
  if (error !== undefined)
    return (
      <Section folds title={words('benchmark.title')}>
        <ErrorState error={error} retry={retry} />
      </Section>
    );
  if (compared === undefined) return null;
  if (compared.rates.length === 0)
    return all.length === 0 ? null : (
      <Section folds title={words('benchmark.title')}>
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
      label: lineOf(published),
      value: published.rate,
    })),
  ];
  // How far the two are apart, and what is counted otherwise, is said on the chart itself, which leaves the page without the table.
  const otherwise = compared.rates
    .filter(({ differs }) => isCountedOtherwise(differs))
    .map(({ published, differs }) =>
      intl.formatMessage(
        { id: 'published.aboutLine' },
        { line: lineOf(published), population: aboutOf(published, differs) },
      ),
    );
  const beside = [...distances(compared.rates), ...otherwise];
  return (
    <Section folds title={words('benchmark.title')} about={words('benchmark.about')}>
      <DotChart
        title={words('benchmark.finding')}
        subtitle={beside.length === 0 ? undefined : beside.join(' ')}
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
