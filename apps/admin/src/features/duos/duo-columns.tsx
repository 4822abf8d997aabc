import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { DuoRowFragment } from '../../gql/graphql.ts';

graphql(`
  fragment DuoRow on Duo {
    id
    reference
    status
    startedOn
    plannedEndOn
    closedOn
    closureReason
    lastMeetingOn
    attentions
    mentee {
      id
      person {
        id
        name
      }
    }
    mentor {
      id
      person {
        id
        name
      }
    }
    branch {
      id
      name
    }
    coordinator {
      id
      name
    }
  }
`);

/** How duos are listed, wherever they are. */
export function useDuoColumns(): readonly Column<DuoRowFragment>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `duos.column.${id}` });
  const day = (value: string | null | undefined) => (value == null ? '' : format.day(value));
  return [
    {
      id: 'duo',
      header: header('duo'),
      sort: 'MENTEE',
      fixed: true,
      cell: (duo) => (
        <Link to="/duos/$id" params={{ id: duo.id }} data-row-link="">
          {duo.mentee.person.name} <span aria-hidden>·</span> {duo.mentor.person.name}
        </Link>
      ),
      text: (duo) => `${duo.mentee.person.name} · ${duo.mentor.person.name}`,
    },
    {
      id: 'reference',
      header: header('reference'),
      sort: 'REFERENCE',
      cell: (duo) => duo.reference,
      text: (duo) => duo.reference,
    },
    {
      id: 'attention',
      header: header('attention'),
      cell: (duo) =>
        duo.attentions.length > 0 && (
          <Status tone="warn">{duo.attentions.map((code) => word('Attention', code)).join(', ')}</Status>
        ),
      text: (duo) => duo.attentions.map((code) => word('Attention', code)).join(', '),
    },
    {
      id: 'status',
      header: header('status'),
      cell: (duo) => (
        <Status tone={duo.status === 'ACTIVE' ? 'good' : 'neutral'}>
          {duo.closureReason == null
            ? word('DuoStatus', duo.status)
            : word('ClosureReason', duo.closureReason)}
        </Status>
      ),
      text: (duo) =>
        duo.closureReason == null ? word('DuoStatus', duo.status) : word('ClosureReason', duo.closureReason),
    },
    {
      id: 'started',
      header: header('started'),
      sort: 'STARTED_ON',
      cell: (duo) => day(duo.startedOn),
      text: (duo) => duo.startedOn,
    },
    {
      id: 'lastMeeting',
      header: header('lastMeeting'),
      sort: 'LAST_MEETING_ON',
      cell: (duo) => day(duo.lastMeetingOn),
      text: (duo) => duo.lastMeetingOn ?? null,
    },
    {
      id: 'plannedEnd',
      header: header('plannedEnd'),
      sort: 'PLANNED_END_ON',
      cell: (duo) => day(duo.plannedEndOn),
      text: (duo) => duo.plannedEndOn,
    },
    {
      id: 'closed',
      header: header('closed'),
      sort: 'CLOSED_ON',
      hidden: true,
      cell: (duo) => day(duo.closedOn),
      text: (duo) => duo.closedOn ?? null,
    },
    {
      id: 'branch',
      header: header('branch'),
      sort: 'BRANCH',
      hidden: true,
      cell: (duo) => duo.branch.name,
      text: (duo) => duo.branch.name,
    },
    {
      id: 'coordinator',
      header: header('coordinator'),
      hidden: true,
      cell: (duo) => duo.coordinator?.name ?? '',
      text: (duo) => duo.coordinator?.name ?? null,
    },
  ];
}
