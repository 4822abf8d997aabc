import { SegmentedControl } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Section } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { Status } from '@tandem/ui/Status';
import { useConnection } from '@tandem/ui/use-connection';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRecordsQuery, FigureRequest } from '../../gql/graphql.ts';
import { useDuoColumns } from '../duos/duo-columns.tsx';
import type { Metric } from './indicator.queries.ts';

const RECORDS = graphql(`
  query FigureRecords(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $counted: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    figureRecords(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      counted: $counted
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          counted
          duo {
            ...DuoRow
          }
        }
      }
    }
  }
`);
type Row = NonNullable<FigureRecordsQuery['figureRecords']>['edges'][number]['node'];

/** Columns of duos that are shown at first. */
const SHOWN = new Set(['duo', 'reference', 'status', 'started', 'closed', 'branch']);

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
  const columns = useColumns();
  const counted = search.counted ?? null;
  const list = useConnection(RECORDS, {
    place: search,
    variables: { ...request, counted },
    pick: ({ figureRecords }) => figureRecords,
  });
  const words = (id: string) => intl.formatMessage({ id });
  const choices = { all: undefined, counted: true, others: false } as const;
  const chosen = search.counted === undefined ? 'all' : search.counted ? 'counted' : 'others';
  return (
    <Section
      title={words('indicators.records')}
      about={words('indicators.recordsAbout')}
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
        rowKey={({ duo }) => duo.id}
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

function useColumns(): readonly Column<Row>[] {
  const intl = useIntl();
  const ofDuos = useDuoColumns();
  const lifted = ofDuos.map(({ id, header, fixed, cell, text }): Column<Row> => ({
    id,
    header,
    fixed: fixed ?? false,
    hidden: !SHOWN.has(id),
    cell: ({ duo }) => cell(duo),
    text: ({ duo }) => text(duo),
  }));
  const counted: Column<Row> = {
    id: 'counted',
    header: intl.formatMessage({ id: 'indicators.counted' }),
    cell: (row) => (
      <Status tone={row.counted ? 'good' : 'neutral'}>
        <FormattedMessage id={row.counted ? 'indicators.counted.yes' : 'indicators.counted.no'} />
      </Status>
    ),
    text: (row) =>
      intl.formatMessage({ id: row.counted ? 'indicators.counted.yes' : 'indicators.counted.no' }),
  };
  return [...lifted.slice(0, 1), counted, ...lifted.slice(1)];
}
