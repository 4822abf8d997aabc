import { SegmentedControl } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Section } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ChangedRecordsQuery, FigureMomentInput, FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { FIGURE_CHANGES } from './indicators.routes.ts';
import { useRecordColumns } from './record-columns.tsx';

const CHANGED = graphql(`
  query ChangedRecords(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
    $since: FigureMomentInput!
    $change: FigureChange
    $first: Int
    $after: String
    $last: Int
    $before: String
    $identified: Boolean!
  ) {
    changedRecords(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
      since: $since
      change: $change
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
          change
          record {
            ...RecordRow
          }
        }
      }
    }
  }
`);
type Row = NonNullable<ChangedRecordsQuery['changedRecords']>['edges'][number]['node'];

const route = getRouteApi('/indicators/$metric/change');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly since: FigureMomentInput;
}

/** The duos by which the figure is another one, each with what it did. */
export function ChangedRecords({ metric, request, since }: Props) {
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const identified = useCan()('SEE_DUOS');
  const words = (id: string) => intl.formatMessage({ id });
  const told = ({ change }: Row) => words(`change.did.${change}`);
  const columns: readonly Column<Row>[] = useRecordColumns()
    .map((column): Column<Row> => ({
      ...column,
      cell: ({ record }) => column.cell(record),
      text: ({ record }) => column.text(record),
    }))
    .toSpliced(1, 0, { id: 'change', header: words('change.what'), cell: told, text: told });
  const list = useConnection(CHANGED, {
    place: search,
    variables: { ...request, since, change: search.change ?? null, identified },
    pick: ({ changedRecords }) => changedRecords,
  });
  return (
    <Section
      title={words('change.records')}
      action={
        <SegmentedControl
          size="xs"
          value={search.change ?? 'ALL'}
          aria-label={words('change.what')}
          onChange={(value) =>
            void navigate({
              search: (before) => ({
                ...before,
                ...FIRST_PAGE,
                change: FIGURE_CHANGES.find((change) => change === value),
              }),
              resetScroll: false,
            })
          }
          data={[
            { value: 'ALL', label: words('indicators.records.all') },
            ...FIGURE_CHANGES.map((value) => ({ value, label: words(`change.did.${value}`) })),
          ]}
        />
      }
    >
      <RecordList
        caption={words('change.records')}
        fileName={`${metric.id.toLowerCase()}-changed-duos`}
        columns={columns}
        rowKey={({ record }) => record.pseudonym}
        state={search}
        onState={(patch) =>
          void navigate({ search: (before) => ({ ...before, ...patch }), resetScroll: false })
        }
        list={list}
        empty={<EmptyState title={words('change.nothing')} />}
      />
    </Section>
  );
}
