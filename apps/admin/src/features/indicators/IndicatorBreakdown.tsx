import { Select } from '@mantine/core';
import { BarChart } from '@tandem/ui/BarChart';
import { LIST_OF_DIMENSION } from '@tandem/metrics/definition';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Page';
import { pointOf } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { useFindings } from './findings.ts';

const BREAKDOWN = graphql(`
  query Breakdown(
    $metric: MetricId!
    $by: Dimension!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
  ) {
    breakdown(
      metric: $metric
      by: $by
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

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
}

/** The figure for each group, by a dimension that the reader chooses. */
export function IndicatorBreakdown({ metric, request }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const findings = useFindings();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const by =
    metric.dimensions.find((dimension) => dimension === search.by) ?? metric.dimensions[0] ?? 'BRANCH';
  const { data, shownFor, pending, error } = useKeptQuery(BREAKDOWN, { ...request, by }, by);
  const list = LIST_OF_DIMENSION[shownFor];
  const labelOf = (key: string, label: string) => {
    if (shownFor === 'COUNTRY') return intl.formatDisplayName(key, { type: 'region' }) ?? key;
    if (key === 'UNKNOWN') return intl.formatMessage({ id: 'indicators.unknownGroup' });
    return list === undefined ? label : word(list, key);
  };
  const bars = (data?.breakdown ?? []).map(({ key, label, result }) =>
    pointOf(key, labelOf(key, label), result, intl),
  );
  return (
    <Section
      title={intl.formatMessage({ id: 'indicators.breakdown' })}
      about={by === 'GRANT' ? intl.formatMessage({ id: 'indicators.byGrantAbout' }) : undefined}
      action={
        metric.dimensions.length > 1 && (
          <Select
            size="xs"
            value={by}
            allowDeselect={false}
            aria-label={intl.formatMessage({ id: 'indicators.by' })}
            onChange={(value) =>
              void navigate({
                search: (before) => ({
                  ...before,
                  by: metric.dimensions.find((dimension) => dimension === value),
                }),
                resetScroll: false,
              })
            }
            data={metric.dimensions.map((value) => ({ value, label: word('Dimension', value) }))}
          />
        )
      }
    >
      {error === undefined ? (
        <Kept pending={pending}>
          <BarChart
            title={findings.breakdown(metric, bars)}
            bars={metric.unit === 'RATE' ? bars : bars.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))}
            unit={metric.unit}
            groupHeader={word('Dimension', shownFor)}
            valueHeader={metric.name}
            fileName={`${metric.id.toLowerCase()}-${shownFor.toLowerCase()}`}
          />
        </Kept>
      ) : (
        <ErrorState error={error} />
      )}
    </Section>
  );
}
