import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Page } from '@tandem/ui/Page';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { MembersQuery } from '../../gql/graphql.ts';

const MEMBERS = graphql(`
  query Members($id: ID!) {
    partner(id: $id) {
      id
      members {
        userId
        name
        email
        role
      }
    }
  }
`);
type Member = NonNullable<MembersQuery['partner']>['members'][number];

/** Who signs in for the organisation. */
export function OrganisationPage() {
  const intl = useIntl();
  const { word } = useWords();
  const { partner } = useViewer();
  const { data, error } = useQuery(MEMBERS, { variables: { id: partner?.id ?? '' }, skip: partner === null });
  const header = (id: string) => intl.formatMessage({ id: `organisation.column.${id}` });
  const columns: readonly Column<Member>[] = [
    { id: 'name', header: header('name'), cell: ({ name }) => name, text: ({ name }) => name },
    { id: 'email', header: header('email'), cell: ({ email }) => email, text: ({ email }) => email },
    {
      id: 'role',
      header: header('role'),
      cell: ({ role }) => word('Role', role),
      text: ({ role }) => word('Role', role),
    },
  ];
  return (
    <Page title={partner?.name ?? ''} scope={<FormattedMessage id="organisation.scope" />}>
      {error !== undefined && data === undefined ? (
        <ErrorState error={error} />
      ) : (
        <DataTable
          caption={intl.formatMessage({ id: 'organisation.members' })}
          columns={columns}
          rows={data?.partner?.members}
          rowKey={({ userId }) => userId}
          empty={<EmptyState title={intl.formatMessage({ id: 'organisation.noMembers' })} />}
        />
      )}
    </Page>
  );
}
