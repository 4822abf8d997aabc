import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { EventOfPersonFragment } from '../../gql/graphql.ts';
import { TONE_OF_ATTENDANCE } from './AttendanceRow.tsx';

graphql(`
  fragment EventOfPerson on Attendance {
    id
    status
    event {
      id
      kind
      title
      heldOn
    }
  }
`);

/** The events on whose lists a person is. */
export function PersonEvents({ attendances }: { readonly attendances: readonly EventOfPersonFragment[] }) {
  const intl = useIntl();
  const columns = useColumns();
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'events.title' })}
      columns={columns}
      rows={attendances}
      rowKey={({ id }) => id}
      empty={<EmptyState title={intl.formatMessage({ id: 'person.noEvents' })} />}
    />
  );
}

function useColumns(): readonly Column<EventOfPersonFragment>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `events.column.${id}` });
  return [
    {
      id: 'title',
      header: header('title'),
      fixed: true,
      cell: ({ event }) => (
        <Link to="/events/$id" params={{ id: event.id }} data-row-link="">
          {event.title}
        </Link>
      ),
      text: ({ event }) => event.title,
    },
    {
      id: 'kind',
      header: header('kind'),
      cell: ({ event }) => word('EventKind', event.kind),
      text: ({ event }) => word('EventKind', event.kind),
    },
    {
      id: 'heldOn',
      header: header('heldOn'),
      cell: ({ event }) => format.day(event.heldOn),
      text: ({ event }) => event.heldOn,
    },
    {
      id: 'attendance',
      header: header('attendance'),
      cell: ({ status }) => (
        <Status tone={TONE_OF_ATTENDANCE[status]}>{word('AttendanceStatus', status)}</Status>
      ),
      text: ({ status }) => word('AttendanceStatus', status),
    },
  ];
}
