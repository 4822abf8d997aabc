import type { About } from '@tandem/ui/about';
import { SegmentedControl } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Section } from '@tandem/ui/Section';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type {
  ChangedRecordsQuery,
  FigureChange,
  FigureMomentInput,
  FigureRequest,
} from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { useChangeReason } from './change-reason.ts';
import { criterionOf } from './criterion.ts';
import { useRecordColumns } from './record-columns.tsx';
import classes from './Indicator.module.css';

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
          reason
          criterionBefore
          criterionAfter
          record {
            ...RecordRow
          }
        }
      }
    }
  }
`);
type Row = NonNullable<ChangedRecordsQuery['changedRecords']>['edges'][number]['node'];

/** Beside the reason, which tells the values. */
const SHOWN = new Set(['counted', 'started', 'closed', 'branch']);

const route = getRouteApi('/indicators/$metric/change');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly since: FigureMomentInput;
  /** What records of this figure may have done. */
  readonly kinds: readonly FigureChange[];
  readonly about: About;
}

/** The duos by which the figure is another one, each with what it did. */
export function ChangedRecords({ metric, request, since, kinds, about }: Props) {
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const identified = useCan()('SEE_DUOS');
  const words = (id: string) => intl.formatMessage({ id });
  const of = metric.records ?? 'DUOS';
  const title = words(`change.records.${of}`);
  const told = ({ change }: Row) => words(`change.did.${change}.${of}`);
  const criteria = {
    before: criterionOf(metric, since.version ?? request.version),
    after: criterionOf(metric, request.version),
  };
  const placedBy = metric.cohortDay ?? 'START';
  const reasonOf = useChangeReason({
    ...criteria,
    placedBy:
      placedBy === 'ANCHOR' ? (request.parameters?.anchor ?? metric.parameters?.anchor ?? 'START') : placedBy,
  });
  const columns: readonly Column<Row>[] = useRecordColumns(criteria.after)
    .map((column): Column<Row> => ({
      ...column,
      hidden: column.fixed !== true && !SHOWN.has(column.id),
      cell: ({ record }) => column.cell(record),
      text: ({ record }) => column.text(record),
    }))
    .toSpliced(
      1,
      0,
      { id: 'change', header: words('change.what'), cell: told, text: told },
      {
        id: 'reason',
        header: words('change.why'),
        wrap: true,
        cell: (row) => <span className={classes.reason}>{reasonOf(row)}</span>,
        text: reasonOf,
      },
    );
  const list = useConnection(CHANGED, {
    place: search,
    variables: { ...request, since, change: search.change ?? null, identified },
    pick: ({ changedRecords }) => changedRecords,
  });
  return (
    <Section
      title={title}
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
                change: kinds.find((kind) => kind === value),
              }),
              resetScroll: false,
            })
          }
          data={[
            { value: 'ALL', label: words(`indicators.standing.ALL.${of}`) },
            ...kinds.map((value) => ({ value, label: words(`change.did.${value}.${of}`) })),
          ]}
        />
      }
    >
      <RecordList
        caption={title}
        fileName={`${metric.id.toLowerCase()}-changed-records`}
        about={about}
        columns={columns}
        rowKey={({ record }) => record.key}
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
