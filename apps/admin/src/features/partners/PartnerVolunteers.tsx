import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { RecordList } from '@tandem/ui/RecordList';
import { Status } from '@tandem/ui/Status';
import { useConnection } from '@tandem/ui/use-connection';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { PartnerVolunteersQuery } from '../../gql/graphql.ts';

const VOLUNTEERS = graphql(`
  query PartnerVolunteers(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: VolunteerFilter
  ) {
    volunteers(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
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
          engagement
          status
          submittedMinutes
          approvedMinutes
          person {
            id
            name
          }
          branch {
            id
            name
          }
        }
      }
    }
  }
`);
type Volunteer = PartnerVolunteersQuery['volunteers']['edges'][number]['node'];
const route = getRouteApi('/partners/$id');

/** The people that a partner registered, and the hours that they gave. */
export function PartnerVolunteers({ partnerId }: { readonly partnerId: string }) {
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const list = useConnection(VOLUNTEERS, {
    place: search,
    variables: { filter: { partner: [partnerId], search: search.q ?? null } },
    pick: ({ volunteers }) => volunteers,
  });
  return (
    <RecordList
      caption={intl.formatMessage({ id: 'partners.volunteers' })}
      fileName="volunteers"
      columns={columns}
      rowKey={({ id }) => id}
      state={search}
      onState={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
      list={list}
      searchLabel={intl.formatMessage({ id: 'partners.search' })}
      onReset={search.q ? () => void navigate({ search: {} }) : undefined}
      empty={<EmptyState title={intl.formatMessage({ id: 'partners.noVolunteers' })} />}
    />
  );
}

function useColumns(): readonly Column<Volunteer>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const can = useCan();
  const header = (id: string) => intl.formatMessage({ id: `volunteers.column.${id}` });
  const columns: readonly Column<Volunteer>[] = [
    {
      id: 'name',
      header: header('name'),
      cell: ({ person }) =>
        can('RECORD_CONSENT') ? (
          <Link to="/privacy/people/$personId" params={{ personId: person.id }}>
            {person.name}
          </Link>
        ) : (
          person.name
        ),
      text: ({ person }) => person.name,
    },
    {
      id: 'engagement',
      header: header('engagement'),
      cell: ({ engagement }) => word('Engagement', engagement),
      text: ({ engagement }) => word('Engagement', engagement),
    },
    {
      id: 'status',
      header: header('status'),
      cell: ({ status }) => <Status>{word('VolunteerStatus', status)}</Status>,
      text: ({ status }) => word('VolunteerStatus', status),
    },
    {
      id: 'branch',
      header: header('branch'),
      cell: ({ branch }) => branch.name,
      text: ({ branch }) => branch.name,
    },
    {
      id: 'submitted',
      header: header('submitted'),
      align: 'right',
      cell: ({ submittedMinutes }) => format.hours(submittedMinutes),
      text: ({ submittedMinutes }) => submittedMinutes / 60,
    },
    {
      id: 'approved',
      header: header('approved'),
      align: 'right',
      cell: ({ approvedMinutes }) => format.hours(approvedMinutes),
      text: ({ approvedMinutes }) => approvedMinutes / 60,
    },
    {
      id: 'history',
      header: header('history'),
      cell: ({ id }) => (
        <Link to="/audit" search={{ record: id }}>
          <FormattedMessage id="audit.history" />
        </Link>
      ),
      text: () => null,
    },
  ];
  return columns.filter(({ id }) => id !== 'history' || can('SEE_AUDIT'));
}
