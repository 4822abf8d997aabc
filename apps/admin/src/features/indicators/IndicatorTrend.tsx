import { SegmentedControl } from '@mantine/core';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Page';
import { pointOf } from '@tandem/ui/point';
import { TrendChart } from '@tandem/ui/TrendChart';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { usePeriodLabel, useFindings } from './findings.ts';

const TREND = graphql(`
  query Trend(
    $metric: MetricId!
    $step: TrendStep!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
  ) {
    trend(
      metric: $metric
      step: $step
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
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
const STEPS = ['YEAR', 'QUARTER', 'MONTH'] as const;

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
}

/** How the figure went, by cohort. */
export function IndicatorTrend({ metric, request }: Props) {
  const intl = useIntl();
  const { step = 'QUARTER' } = route.useSearch();
  const navigate = route.useNavigate();
  const periodLabel = usePeriodLabel();
  const findings = useFindings();
  const { data, shownFor, pending, error } = useKeptQuery(TREND, { ...request, step }, step);
  const points = (data?.trend ?? []).map(({ key, result }) =>
    pointOf(key, periodLabel(key, shownFor), result, intl),
  );
  return (
    <Section
      title={intl.formatMessage({ id: 'indicators.trend' })}
      about={intl.formatMessage({
        id: metric.parameters ? 'indicators.trendOfCohorts' : 'indicators.trendAbout',
      })}
      action={
        <SegmentedControl
          size="xs"
          value={step}
          aria-label={intl.formatMessage({ id: 'indicators.step' })}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, step: STEPS.find((candidate) => candidate === value) }),
              resetScroll: false,
            })
          }
          data={STEPS.map((value) => ({
            value,
            label: intl.formatMessage({ id: `indicators.step.${value}` }),
          }))}
        />
      }
    >
      {error === undefined ? (
        <Kept pending={pending}>
          <TrendChart
            title={findings.trend(metric, points)}
            points={points}
            unit={metric.unit}
            periodHeader={intl.formatMessage({ id: `indicators.step.${shownFor}` })}
            valueHeader={metric.name}
            fileName={`${metric.id.toLowerCase()}-trend`}
          />
        </Kept>
      ) : (
        <ErrorState error={error} />
      )}
    </Section>
  );
}
