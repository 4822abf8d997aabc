import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { Page, Section } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { Status } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { graphql } from '../../gql/gql.ts';
import type { PartnerQuery } from '../../gql/graphql.ts';
import { GrantTable } from '../money/GrantTable.tsx';

const PARTNER = graphql(`
  query Partner($id: ID!) {
    partner(id: $id) {
      id
      name
      kind
      approvedMinutes
      members {
        userId
        name
        email
        role
      }
    }
    volunteers(first: 200, filter: { partner: [$id] }) {
      totalCount
      edges {
        node {
          id
          engagement
          status
          registeredOn
          plannedHours
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
type Member = NonNullable<PartnerQuery['partner']>['members'][number];
type Volunteer = PartnerQuery['volunteers']['edges'][number]['node'];
const route = getRouteApi('/partners/$id');

/** A partner: its grants, the people it registered and their hours, and who signs in for it. */
export function PartnerPage() {
  const intl = useIntl();
  const can = useCan();
  const { word } = useWords();
  const { id } = route.useParams();
  const { data, error } = useQuery(PARTNER, { variables: { id } });
  const members = useMemberColumns();
  const volunteers = useVolunteerColumns();
  const words = (message: string) => intl.formatMessage({ id: message });
  if (data === undefined) return <PageOnItsWay error={error} />;
  const { partner } = data;
  if (partner == null) return <NotFoundPage />;
  return (
    <Page
      title={partner.name}
      scope={word('PartnerKind', partner.kind)}
      parent={
        <Link to="/partners">
          <FormattedMessage id="nav.partners" />
        </Link>
      }
    >
      {can('SEE_MONEY') && (
        <Section title={words('money.tab.grants')}>
          <GrantTable funderId={partner.id} />
        </Section>
      )}
      <Section
        title={words('partners.volunteers')}
        action={
          can('APPROVE_HOURS') && (
            <Link to="/hours" search={{ partner: [partner.id] }}>
              <FormattedMessage id="partners.toHours" />
            </Link>
          )
        }
      >
        <DataTable
          caption={words('partners.volunteers')}
          columns={volunteers}
          rows={data.volunteers.edges.map(({ node }) => node)}
          rowKey={(row) => row.id}
          empty={<EmptyState title={words('partners.noVolunteers')} />}
        />
      </Section>
      <Section title={words('partners.members')} about={words('partners.membersAbout')}>
        <DataTable
          caption={words('partners.members')}
          columns={members}
          rows={partner.members}
          rowKey={(row) => row.userId}
          empty={<EmptyState title={words('partners.noMembers')} />}
        />
      </Section>
    </Page>
  );
}

function useMemberColumns(): readonly Column<Member>[] {
  const intl = useIntl();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `partners.column.${id}` });
  return [
    { id: 'name', header: header('name'), cell: ({ name }) => name, text: ({ name }) => name },
    {
      id: 'email',
      header: header('email'),
      cell: ({ email }) => <a href={`mailto:${email}`}>{email}</a>,
      text: ({ email }) => email,
    },
    {
      id: 'role',
      header: header('role'),
      cell: ({ role }) => word('Role', role),
      text: ({ role }) => word('Role', role),
    },
  ];
}

function useVolunteerColumns(): readonly Column<Volunteer>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `volunteers.column.${id}` });
  return [
    {
      id: 'name',
      header: header('name'),
      cell: ({ person }) => person.name,
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
  ];
}
