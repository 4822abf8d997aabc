import { Button } from '@mantine/core';
import { addDays } from '@tandem/domain/calendar-day';
import { EVENT_KINDS, EVENT_STATUSES } from '@tandem/domain/vocabulary';
import { DayInput } from '@tandem/ui/DayInput';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { FIRST_PAGE, sortOf } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { useCan } from '@tandem/ui/viewer';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { EventSortField } from '../../gql/graphql.ts';
import { useBranchOptions } from '../people/options.ts';
import classes from './Events.module.css';
import { useEventColumns } from './event-columns.tsx';
import type { EventsSearch } from './events.routes.ts';
import { PlanEventForm } from './PlanEventForm.tsx';

const EVENTS = graphql(`
  query Events(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: EventFilter
    $sort: EventSort
  ) {
    events(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
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
          ...EventRow
        }
      }
    }
  }
`);

const SORTS: readonly EventSortField[] = ['HELD_ON', 'TITLE', 'REFERENCE', 'BRANCH'];
/** Where only one end of a period is given, the other is as far as a day can be. */
const FIRST_DAY = '1000-01-01';
const LAST_DAY = '9999-12-30';

const route = getRouteApi('/events');

/** Info sessions, trainings, intervisions and workshops. */
export function EventsPage() {
  const intl = useIntl();
  const can = useCan();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useEventColumns();
  const [planning, setPlanning] = useState(false);
  const sort = sortOf(search, SORTS, { field: 'HELD_ON', direction: 'DESC' });
  const { from, to } = search;
  const filter = {
    search: search.q ?? null,
    kind: search.kind ?? null,
    status: search.status ?? null,
    branch: search.branch ?? null,
    held:
      from === undefined && to === undefined
        ? null
        : { from: from ?? FIRST_DAY, to: addDays(to ?? LAST_DAY, 1) },
  };
  const list = useConnection(EVENTS, {
    place: search,
    variables: { filter, sort },
    pick: ({ events }) => events,
  });
  const patch = (change: Partial<EventsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: change.q !== undefined });
  const filtered = Object.values(filter).some((value) => value !== null);
  const title = intl.formatMessage({ id: 'events.title' });
  return (
    <Page
      title={title}
      scope={<FormattedMessage id="events.scope" />}
      actions={
        can('RUN_EVENTS') && (
          <Button onClick={() => setPlanning(true)}>
            <FormattedMessage id="events.plan" />
          </Button>
        )
      }
    >
      <RecordList
        caption={title}
        fileName="events"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={patch}
        sort={sort}
        list={list}
        searchLabel={intl.formatMessage({ id: 'events.search' })}
        filters={<Filters search={search} onChange={(change) => patch({ ...FIRST_PAGE, ...change })} />}
        onReset={
          filtered
            ? () => void navigate({ search: search.cols === undefined ? {} : { cols: search.cols } })
            : undefined
        }
        empty={
          <EmptyState title={intl.formatMessage({ id: filtered ? 'table.nothingFits' : 'events.empty' })} />
        }
      />
      <FormDrawer
        title={intl.formatMessage({ id: 'events.plan' })}
        opened={planning}
        onClose={() => setPlanning(false)}
      >
        <PlanEventForm />
      </FormDrawer>
    </Page>
  );
}

interface FilterProps {
  readonly search: EventsSearch;
  readonly onChange: (change: Partial<EventsSearch>) => void;
}

function Filters({ search, onChange }: FilterProps) {
  const intl = useIntl();
  const { options } = useWords();
  const branches = useBranchOptions();
  const label = (id: string) => intl.formatMessage({ id: `events.column.${id}` });
  return (
    <>
      <FilterSelect
        label={label('kind')}
        options={options('EventKind', EVENT_KINDS)}
        value={search.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterSelect
        label={label('status')}
        options={options('EventStatus', EVENT_STATUSES)}
        value={search.status}
        onChange={(status) => onChange({ status })}
      />
      {branches.length > 1 && (
        <FilterSelect
          label={label('branch')}
          options={branches}
          value={search.branch}
          onChange={(branch) => onChange({ branch })}
        />
      )}
      {(['from', 'to'] as const).map((end) => (
        <DayInput
          key={end}
          aria-label={intl.formatMessage({ id: `events.${end}` })}
          leftSection={<span className={classes.end}>{intl.formatMessage({ id: `events.${end}` })}</span>}
          leftSectionWidth={end === 'from' ? 56 : 76}
          value={search[end] ?? ''}
          onDay={(day) => onChange({ [end]: day === '' ? undefined : day })}
        />
      ))}
    </>
  );
}
