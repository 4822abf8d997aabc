import { SegmentedControl } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Section } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { useRecordColumns } from './record-columns.tsx';

const RECORDS = graphql(`
  query FigureRecords(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
    $counted: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
    $identified: Boolean!
  ) {
    figureRecords(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
      counted: $counted
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      hasMoreThanTotal
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          ...RecordRow
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

/** The duos that the figure is made of, each with whether it counts. */
export function IndicatorRecords({ metric, request }: Props) {
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const identified = useCan()('SEE_DUOS');
  const columns = useRecordColumns();
  const counted = search.counted ?? null;
  const list = useConnection(RECORDS, {
    place: search,
    variables: { ...request, counted, identified },
    pick: ({ figureRecords }) => figureRecords,
  });
  const words = (id: string) => intl.formatMessage({ id });
  const choices = { all: undefined, counted: true, others: false } as const;
  const chosen = search.counted === undefined ? 'all' : search.counted ? 'counted' : 'others';
  return (
    <Section
      title={words('indicators.records')}
      about={words(identified ? 'indicators.recordsAbout' : 'indicators.recordsPseudonymous')}
      action={
        metric.unit === 'RATE' && (
          <SegmentedControl
            size="xs"
            value={chosen}
            aria-label={words('indicators.records')}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, ...FIRST_PAGE, counted: choices[value] }),
                resetScroll: false,
              })
            }
            data={(['all', 'counted', 'others'] as const).map((value) => ({
              value,
              label: words(`indicators.records.${value}`),
            }))}
          />
        )
      }
    >
      <RecordList
        caption={words('indicators.records')}
        fileName={`${metric.id.toLowerCase()}-duos`}
        columns={columns}
        rowKey={({ pseudonym }) => pseudonym}
        state={search}
        onState={(patch) =>
          void navigate({ search: (before) => ({ ...before, ...patch }), resetScroll: false })
        }
        list={list}
        empty={<EmptyState title={words('indicators.noRecords')} />}
      />
    </Section>
  );
}
