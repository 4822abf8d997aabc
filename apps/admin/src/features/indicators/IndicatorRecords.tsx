import { SegmentedControl } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Section } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { Status } from '@tandem/ui/Status';
import { useConnection } from '@tandem/ui/use-connection';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
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
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          pseudonym
          counted
          branch {
            id
            name
          }
          startedOn
          closedOn
          closureReason
          gender
          educationLevel
          duo @include(if: $identified) {
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
  const identified = useCan()('SEE_DUOS');
  const counting = useCounting();
  const named = useNamedColumns();
  const pseudonymous = usePseudonymousColumns();
  const [first, ...others] = identified ? named : pseudonymous;
  const columns = [...(first ? [first] : []), counting, ...others];
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

/** Whether the numerator counts it. */
function useCounting(): Column<Row> {
  const intl = useIntl();
  return {
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
}

/** The duos as everywhere else. */
function useNamedColumns(): readonly Column<Row>[] {
  return useDuoColumns().map(({ id, header, fixed, cell, text }) => ({
    id,
    header,
    fixed: fixed ?? false,
    hidden: !SHOWN.has(id),
    cell: ({ duo }) => duo && cell(duo),
    text: ({ duo }) => (duo ? text(duo) : ''),
  }));
}

/** What may be known of duos without knowing whose they are. */
function usePseudonymousColumns(): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const column = (id: string, header: string, text: (row: Row) => string): Column<Row> => ({
    id,
    header: intl.formatMessage({ id: header }),
    fixed: id === 'pseudonym',
    cell: (row) => (id === 'pseudonym' ? <code>{row.pseudonym.slice(0, 8)}</code> : text(row)),
    text,
  });
  return [
    column('pseudonym', 'indicators.pseudonym', ({ pseudonym }) => pseudonym),
    column('started', 'duos.column.started', ({ startedOn }) => format.day(startedOn)),
    column('closed', 'duos.column.closed', ({ closedOn }) => (closedOn == null ? '' : format.day(closedOn))),
    column('closureReason', 'indicators.closureReason', ({ closureReason }) =>
      closureReason == null ? '' : word('ClosureReason', closureReason),
    ),
    column('branch', 'duos.column.branch', ({ branch }) => branch.name),
    column('gender', 'people.column.gender', ({ gender }) => (gender == null ? '' : word('Gender', gender))),
    column('education', 'people.column.education', ({ educationLevel }) =>
      educationLevel == null ? '' : word('EducationLevel', educationLevel),
    ),
  ];
}
