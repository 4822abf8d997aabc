import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { graphql } from '../../gql/gql.ts';
import type { PartnerQuery } from '../../gql/graphql.ts';
import { GrantTable } from '../money/GrantTable.tsx';
import { ReleaseFailures } from './ReleaseFailures.tsx';
import { PartnerVolunteers } from './PartnerVolunteers.tsx';

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
  }
`);
type Member = NonNullable<PartnerQuery['partner']>['members'][number];
const route = getRouteApi('/partners/$id');

/** A partner: its grants, the people it registered and their hours, and who signs in for it. */
export function PartnerPage() {
  const intl = useIntl();
  const can = useCan();
  const { word } = useWords();
  const { id } = route.useParams();
  const { data, error } = useQuery(PARTNER, { variables: { id } });
  const members = useMemberColumns();
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
      <ReleaseFailures partnerId={partner.id} />
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
        <PartnerVolunteers partnerId={partner.id} />
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
  const can = useCan();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `partners.column.${id}` });
  return [
    {
      id: 'name',
      header: header('name'),
      cell: ({ userId, name }) =>
        can('MANAGE_ACCOUNTS') ? (
          <Link to="/accounts/$id" params={{ id: userId }}>
            {name}
          </Link>
        ) : (
          name
        ),
      text: ({ name }) => name,
    },
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
