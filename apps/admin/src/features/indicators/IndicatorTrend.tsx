import { Group } from '@mantine/core';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { TrendChart, type Beside } from '@tandem/ui/TrendChart';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { usePeriodLabel, useFindings } from './findings.ts';
import { PublishedChoice } from './PublishedChoice.tsx';
import { StepChoice } from './StepChoice.tsx';
import { useCohortWords } from './use-cohort-words.ts';
import { usePublishedSeries, usePublishedWords } from './use-published-series.ts';

const TREND = graphql(`
  query Trend(
    $metric: MetricId!
    $step: TrendStep!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
    $other: Int
    $compared: Boolean!
  ) {
    trend(
      metric: $metric
      step: $step
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      key
      label
      result {
        ...FigureFields
      }
    }
    other: trend(
      metric: $metric
      step: $step
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $other
    ) @include(if: $compared) {
      key
      result {
        ... on Figure {
          value
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

/** How the figure went, by cohort. */
export function IndicatorTrend({ metric, request }: Props) {
  const intl = useIntl();
  const search = route.useSearch();
  const { step = 'QUARTER' } = search;
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords(metric);
  const periodLabel = usePeriodLabel();
  const findings = useFindings();
  const published = usePublishedSeries(metric, request);
  const publishedWords = usePublishedWords();
  const { other, isSame } = otherVersion(metric, request.version ?? undefined);
  const beside = isSame ? undefined : other;
  const { data, shownFor, pending, error } = useKeptQuery(
    TREND,
    { ...request, step, other: beside ?? null, compared: beside !== undefined },
    step,
  );
  const points = (data?.trend ?? []).map(({ key, result }) =>
    pointOf(key, periodLabel(key, shownFor), result, intl),
  );
  const former: readonly Beside[] =
    beside === undefined
      ? []
      : [
          {
            key: 'version',
            label: intl.formatMessage({ id: 'figure.version' }, { version: beside }),
            values: Object.fromEntries(
              (data?.other ?? []).flatMap(({ key, result }) =>
                result.__typename === 'Figure' ? [[key, result.value]] : [],
              ),
            ),
          },
        ];
  const said = [
    isSame ? intl.formatMessage({ id: 'indicators.sameValue' }, { version: other }) : undefined,
    publishedWords.sentence(published.shown),
  ].filter((one) => one !== undefined);
  return (
    <Section
      title={intl.formatMessage({ id: 'indicators.trend' })}
      about={intl.formatMessage(
        { id: metric.parameters ? 'indicators.trendOfCohorts' : 'indicators.trendAbout' },
        { metric: metric.id, population: request.parameters?.population ?? metric.parameters?.population },
      )}
      action={
        <Group gap="xs">
          <PublishedChoice possible={published.possible} shown={published.shown} />
          <StepChoice step={step} />
        </Group>
      }
    >
      {error === undefined ? (
        <Kept pending={pending || data === undefined}>
          {data && (
            <TrendChart
              title={findings.trend(metric, points)}
              points={points}
              subtitle={said.length === 0 ? undefined : said.join(' ')}
              beside={[
                ...former,
                ...publishedWords.beside(
                  published.shown,
                  points.map(({ key }) => key),
                ),
              ]}
              unit={metric.unit}
              periodHeader={intl.formatMessage({ id: `indicators.step.${shownFor}` })}
              valueHeader={metric.name}
              fileName={`${metric.id.toLowerCase()}-trend`}
              about={{
                ...aboutFigure(
                  data.trend.map(({ result }) => result),
                  cohortWords(search),
                ),
                source: publishedWords.sources(published.shown),
              }}
            />
          )}
        </Kept>
      ) : (
        <ErrorState error={error} />
      )}
    </Section>
  );
}

/** The version to show beside the one that is asked for: the latest former one, or the one in force; one of the same value has no line of its own. */
function otherVersion(
  { version, formerVersions }: Metric,
  asked: number | undefined,
): { readonly other: number | undefined; readonly isSame: boolean } {
  const isInForce = asked === undefined || asked === version;
  const former = isInForce ? formerVersions[0] : formerVersions.find((one) => one.version === asked);
  return { other: isInForce ? former?.version : version, isSame: former?.sameValue === true };
}
