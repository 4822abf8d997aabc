import type { About } from '@tandem/ui/about';
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
import type { FigureMomentInput, FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { ChangeDetail } from './ChangeDetail.tsx';
import { ChangeFilters } from './ChangeFilters.tsx';
import {
  placedBy,
  useFacts,
  useReasonSentence,
  useReasonWords,
  type Changed,
  type Reasons,
} from './change-reason.ts';
import { useNarrowedWords, type SideWords } from './change-scope.ts';
import { criterionOf, useCriterionWords, type Criterion } from './criterion.ts';
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
    $reason: FigureChangeReason
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
      reason: $reason
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
/** Beside what happened, which says the values when it is opened. */
const SHOWN = new Set(['counted', 'started', 'closed', 'branch']);

const route = getRouteApi('/indicators/$metric/change');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly since: FigureMomentInput;
  /** What records of this figure did, and why. */
  readonly reasons: Reasons;
  readonly sides: SideWords;
  readonly about: About;
}

/** The duos by which the figure is another one, each with what it did and what happened to it. */
export function ChangedRecords({ metric, request, since, reasons, sides, about }: Props) {
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const identified = useCan()('SEE_DUOS');
  const words = (id: string) => intl.formatMessage({ id });
  const title = words(`change.records.${metric.records ?? 'DUOS'}`);
  const placed = placedBy(metric, request);
  const before = criterionOf(metric, since.version ?? request.version);
  const after = criterionOf(metric, request.version);
  const columns = useColumns(metric, { request, before, after, sides });
  const narrowedWords = useNarrowedWords(metric, request);
  const sentenceOf = useReasonSentence(placed);
  const factsOf = useFacts(before, after);
  const { change, reason } = search;
  const list = useConnection(CHANGED, {
    place: search,
    variables: { ...request, since, change: change ?? null, reason: reason ?? null, identified },
    pick: ({ changedRecords }) => changedRecords,
  });
  const set = (patch: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...patch }), resetScroll: false });
  return (
    <Section id="records" title={title}>
      <RecordList
        caption={title}
        fileName={`${metric.id.toLowerCase()}-changed-records`}
        about={{ ...about, scope: [about.scope, narrowedWords(search, reasons)].filter(Boolean).join('; ') }}
        columns={columns}
        rowKey={({ record }) => record.key}
        state={search}
        onState={set}
        list={list}
        filters={
          <ChangeFilters
            metric={metric}
            placed={placed}
            reasons={reasons}
            chosen={{ change, reason }}
            onChoose={(chosen) => set({ ...FIRST_PAGE, ...chosen })}
          />
        }
        onReset={
          change === undefined && reason === undefined
            ? undefined
            : () => set({ ...FIRST_PAGE, change: undefined, reason: undefined })
        }
        empty={<EmptyState title={words('change.nothing')} />}
        detail={(changed) => (
          <ChangeDetail changed={changed} sentence={sentenceOf(changed)} facts={factsOf(changed)} />
        )}
      />
    </Section>
  );
}

interface Told {
  readonly request: FigureRequest;
  readonly before: readonly Criterion[];
  readonly after: readonly Criterion[];
  readonly sides: SideWords;
}

function useColumns(metric: Metric, { request, before, after, sides }: Told): readonly Column<Changed>[] {
  const intl = useIntl();
  const reasonWords = useReasonWords(placedBy(metric, request));
  const { filed } = useCriterionWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const told = ({ change }: Changed) => words(`change.did.${change}.${metric.records ?? 'DUOS'}`);
  const why = ({ reason }: Changed) => reasonWords(reason);
  const [named, ...others] = useRecordColumns([]).map((column): Column<Changed> => ({
    ...column,
    hidden: column.fixed !== true && !SHOWN.has(column.id),
    cell: ({ record }) => column.cell(record),
    text: ({ record }) => column.text(record),
  }));
  const facts = (side: keyof SideWords, criterion: readonly Criterion[]) =>
    criterion.map((one, index): Column<Changed> => ({
      id: `${side}${index}`,
      header: words('change.factOf', { name: one.name, when: sides[side] }),
      only: 'file',
      cell: () => null,
      text: ({ criterionBefore, criterionAfter }) =>
        filed(one, (side === 'before' ? criterionBefore : criterionAfter)?.[index]),
    }));
  return [
    ...(named ? [named] : []),
    { id: 'change', header: words('change.what'), line: true, cell: told, text: told },
    { id: 'reason', header: words('change.why'), line: true, cell: why, text: why },
    ...facts('before', before),
    ...facts('after', after),
    ...others,
  ];
}
