import { Button, Checkbox, Group } from '@mantine/core';
import { TIME_ENTRY_STATUSES } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { Status, type Tone } from '@tandem/ui/Status';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { HoursQuery } from '../../gql/graphql.ts';
import type { HoursSearch } from './partners.routes.ts';
import { RejectHours } from './RejectHours.tsx';
import { useHoursDecisions } from './use-hours-decisions.ts';

const HOURS = graphql(`
  query Hours($first: Int, $after: String, $last: Int, $before: String, $filter: TimeEntryFilter) {
    timeEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
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
          id
          workedOn
          minutes
          activity
          status
          rejectionReason
          version
          viewerCanDecide
          volunteer {
            id
            engagement
            person {
              id
              name
            }
            partner {
              id
              name
            }
          }
        }
      }
    }
  }
`);
type Entry = HoursQuery['timeEntries']['edges'][number]['node'];
const route = getRouteApi('/hours');
const TONES: Readonly<Record<Entry['status'], Tone>> = {
  SUBMITTED: 'warn',
  APPROVED: 'good',
  REJECTED: 'bad',
};

/** Hours that companies logged, to be decided on: one by one or many at once. */
export function HoursPage() {
  const intl = useIntl();
  const { options } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [rejecting, setRejecting] = useState(false);
  const decide = useHoursDecisions(() => setChosen([]));
  const filter = { status: search.status ?? null, partner: search.partner ?? null };
  const list = useConnection(HOURS, {
    place: search,
    variables: { filter },
    pick: ({ timeEntries }) => timeEntries,
  });
  const connection = list.connection;
  const decidable = connection?.edges.flatMap(({ node }) => (node.viewerCanDecide ? [node] : [])) ?? [];
  const marked = decidable.filter(({ id }) => chosen.includes(id));
  const columns = useColumns(chosen, (id) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]),
  );
  const patch = (change: Partial<HoursSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }) });
  return (
    <Page
      title={intl.formatMessage({ id: 'hours.title' })}
      scope={<FormattedMessage id="hours.scope" />}
      actions={
        <>
          <Button variant="default" disabled={marked.length === 0} onClick={() => setRejecting(true)}>
            <FormattedMessage id="hours.reject" />
          </Button>
          <Button disabled={marked.length === 0} onClick={() => void decide.approve(marked)}>
            <FormattedMessage id="hours.approve" values={{ count: marked.length }} />
          </Button>
        </>
      }
    >
      {decidable.length > 0 && (
        <Group mb="sm">
          <Checkbox
            label={intl.formatMessage({ id: 'hours.all' }, { count: decidable.length })}
            checked={marked.length === decidable.length}
            indeterminate={marked.length > 0 && marked.length < decidable.length}
            onChange={() =>
              setChosen(marked.length === decidable.length ? [] : decidable.map(({ id }) => id))
            }
          />
        </Group>
      )}
      <RecordList
        caption={intl.formatMessage({ id: 'hours.title' })}
        fileName="hours"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={patch}
        list={list}
        filters={
          <FilterSelect
            label={intl.formatMessage({ id: 'hours.column.status' })}
            options={options('TimeEntryStatus', TIME_ENTRY_STATUSES)}
            value={search.status}
            onChange={(value) =>
              patch({
                ...FIRST_PAGE,
                status: value,
              })
            }
          />
        }
        onReset={search.status || search.partner ? () => void navigate({ search: {} }) : undefined}
        empty={<EmptyState title={intl.formatMessage({ id: 'hours.empty' })} />}
      />
      <RejectHours
        opened={rejecting}
        onClose={() => setRejecting(false)}
        onReject={(reason) => decide.reject(marked, reason)}
        count={marked.length}
      />
    </Page>
  );
}

function useColumns(marked: readonly string[], toggle: (id: string) => void): readonly Column<Entry>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `hours.column.${id}` });
  return [
    {
      id: 'person',
      header: header('person'),
      fixed: true,
      cell: ({ id, volunteer, viewerCanDecide }) =>
        viewerCanDecide ? (
          <Checkbox label={volunteer.person.name} checked={marked.includes(id)} onChange={() => toggle(id)} />
        ) : (
          volunteer.person.name
        ),
      text: ({ volunteer }) => volunteer.person.name,
    },
    {
      id: 'partner',
      header: header('partner'),
      cell: ({ volunteer }) => volunteer.partner.name,
      text: ({ volunteer }) => volunteer.partner.name,
    },
    {
      id: 'workedOn',
      header: header('workedOn'),
      cell: ({ workedOn }) => format.day(workedOn),
      text: ({ workedOn }) => workedOn,
    },
    {
      id: 'hours',
      header: header('hours'),
      align: 'right',
      cell: ({ minutes }) => format.hours(minutes),
      text: ({ minutes }) => minutes / 60,
    },
    {
      id: 'activity',
      header: header('activity'),
      wrap: true,
      cell: ({ activity }) => activity,
      text: ({ activity }) => activity,
    },
    {
      id: 'status',
      header: header('status'),
      cell: ({ status, rejectionReason }) => (
        <>
          <Status tone={TONES[status]}>{word('TimeEntryStatus', status)}</Status>
          {rejectionReason != null && <small> {rejectionReason}</small>}
        </>
      ),
      text: ({ status }) => word('TimeEntryStatus', status),
    },
  ];
}
