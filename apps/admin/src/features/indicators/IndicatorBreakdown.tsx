import { lastYearOf } from '@tandem/metrics/published-rates';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart } from '@tandem/ui/BarChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { Dimension, FigureRequest } from '../../gql/graphql.ts';
import { BreakdownChoice } from './BreakdownChoice.tsx';
import { IndicatorCross } from './IndicatorCross.tsx';
import type { Metric } from './indicator.queries.ts';
import { useGroupLabel } from './dimensions.ts';
import { atOneLook, LARGEST_ASKED, LargestGroups, sizeOfFigure } from './LargestGroups.tsx';
import { useFindings } from './findings.ts';
import classes from './Indicator.module.css';
import { useCohortWords } from './use-cohort-words.ts';
import { usePublishedSeries, usePublishedWords } from './use-published-series.ts';

const BREAKDOWN = graphql(`
  query Breakdown(
    $metric: MetricId!
    $by: Dimension!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
    $largest: Int
  ) {
    breakdown(
      metric: $metric
      by: $by
      largest: $largest
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
  }
`);

const route = getRouteApi('/indicators/$metric');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
}

/** The figure for each group, by a dimension that the reader chooses. */
export function IndicatorBreakdown({ metric, request }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const findings = useFindings();
  const { today } = useViewer();
  const { shown } = usePublishedSeries(metric, request);
  const publishedWords = usePublishedWords();
  const search = route.useSearch();
  const { dimensions } = metric;
  const by =
    dimensions.find((dimension) => dimension === search.by) ??
    dimensions.find((dimension) => dimension === 'BRANCH') ??
    dimensions[0] ??
    'BRANCH';
  const across = dimensions.find((dimension) => dimension === search.across && dimension !== by);
  const isAll = search.allGroups === true;
  const { data, shownFor, pending, error } = useKeptQuery(
    BREAKDOWN,
    { ...request, by, largest: isAll ? null : LARGEST_ASKED },
    by,
  );
  const labelOf = useGroupLabel();
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords(metric);
  const { shown: most, areMore } = atOneLook(data?.breakdown ?? [], sizeOfFigure);
  const groups = isAll ? (data?.breakdown ?? []) : most;
  const bars = groups.map((group) => pointOf(group.key, labelOf(shownFor, group), group.result, intl));
  const ordered = isOrdered(shownFor) || metric.unit === 'RATE';
  return (
    <Section
      folds
      title={intl.formatMessage({ id: 'indicators.breakdown' })}
      about={by === 'GRANT' ? intl.formatMessage({ id: 'indicators.byGrantAbout' }) : undefined}
      action={dimensions.length > 1 && <BreakdownChoice dimensions={dimensions} by={by} across={across} />}
    >
      {error === undefined ? (
        <Kept pending={pending || data === undefined}>
          {data && (
            <BarChart
              title={findings.breakdown(metric, bars)}
              bars={ordered ? bars : bars.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))}
              unit={metric.unit}
              groupHeader={word('Dimension', shownFor)}
              valueHeader={metric.name}
              fileName={`${metric.id.toLowerCase()}-${shownFor.toLowerCase()}`}
              subtitle={publishedWords.sentence(shown)}
              references={publishedWords.references(
                shown,
                lastYearOf({ asOf: request.asOf ?? today, period: request.period ?? undefined }),
              )}
              about={{
                ...aboutFigure(
                  groups.map(({ result }) => result),
                  cohortWords(search),
                ),
                source: publishedWords.sources(shown),
              }}
            />
          )}
        </Kept>
      ) : (
        <ErrorState error={error} />
      )}
      {areMore && !isAll && <LargestGroups metric={metric.id} search={search} />}
      {across && (
        <div className={classes.cross}>
          <IndicatorCross metric={metric} request={request} rows={by} columns={across} />
        </div>
      )}
    </Section>
  );
}

/** Bands keep their order; other groups stand by their size, except where rates are compared. */
function isOrdered(dimension: Dimension): boolean {
  return dimension === 'AGE_BAND' || dimension === 'OUT_OF_WORK' || dimension === 'EDUCATION';
}
