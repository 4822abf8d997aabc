import type { EventStatus } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Status, type Tone } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { EventRowFragment } from '../../gql/graphql.ts';

graphql(`
  fragment EventRow on Event {
    id
    reference
    kind
    title
    heldOn
    audience
    status
    listedCount
    attendedCount
    unknownCount
    branch {
      id
      name
    }
  }
`);

export const TONE_OF_EVENT: Readonly<Record<EventStatus, Tone>> = {
  PLANNED: 'info',
  HELD: 'neutral',
  CANCELLED: 'bad',
};

/** How events are listed. */
export function useEventColumns(): readonly Column<EventRowFragment>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `events.column.${id}` });
  const text = (id: string, of: (event: EventRowFragment) => string, own: object = {}) => ({
    id,
    header: header(id),
    cell: of,
    text: of,
    ...own,
  });
  const number = (
    id: 'listedCount' | 'attendedCount' | 'unknownCount',
    told: (event: EventRowFragment) => boolean = () => true,
  ): Column<EventRowFragment> => ({
    id,
    header: header(id),
    align: 'right',
    cell: (event) => told(event) && format.number(event[id]),
    text: (event) => event[id],
  });
  return [
    {
      id: 'title',
      header: header('title'),
      sort: 'TITLE',
      fixed: true,
      cell: (event) => (
        <Link to="/events/$id" params={{ id: event.id }} data-row-link="">
          {event.title}
        </Link>
      ),
      text: ({ title }) => title,
    },
    {
      id: 'heldOn',
      header: header('heldOn'),
      sort: 'HELD_ON',
      cell: ({ heldOn }) => format.day(heldOn),
      text: ({ heldOn }) => heldOn,
    },
    text('kind', ({ kind }) => word('EventKind', kind)),
    {
      id: 'status',
      header: header('status'),
      cell: ({ status }) => <Status tone={TONE_OF_EVENT[status]}>{word('EventStatus', status)}</Status>,
      text: ({ status }) => word('EventStatus', status),
    },
    text('branch', ({ branch }) => branch.name, { sort: 'BRANCH' }),
    number('listedCount'),
    number('attendedCount', ({ status }) => status === 'HELD'),
    number('unknownCount', ({ unknownCount }) => unknownCount > 0),
    text('audience', ({ audience }) => word('EventAudience', audience), { hidden: true }),
    text('reference', ({ reference }) => reference, { sort: 'REFERENCE', hidden: true }),
  ];
}
