import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { ConfirmButton } from '../feedback/ConfirmButton.tsx';
import { EmptyState } from '../feedback/EmptyState.tsx';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { doneNotice, failedNotice } from '../feedback/notices.tsx';
import { Status } from '../feedback/Status.tsx';
import { graphql } from '../gql/gql.ts';
import type { InvitationsQuery } from '../gql/graphql.ts';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { refusalIn, refusalWords } from '../session/refusal.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/DataTable.tsx';
import { INVITATIONS } from './accounts.queries.ts';
import { placeOf } from './position.ts';

const RESEND = graphql(`
  mutation ResendInvitation($id: ID!) {
    resendInvitation(id: $id) {
      ... on Invitation {
        id
        expiresAt
        expired
      }
      ...RefusalFields
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id)
  }
`);
type Invitation = InvitationsQuery['invitations'][number];

/** Who was invited and has not come yet. */
export function InvitationList() {
  const intl = useIntl();
  const { data, error } = useQuery(INVITATIONS);
  const columns = useColumns();
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'invitations.title' })}
      columns={columns}
      rows={data?.invitations}
      rowKey={({ id }) => id}
      empty={<EmptyState title={intl.formatMessage({ id: 'invitations.none' })} />}
    />
  );
}

function useColumns(): readonly Column<Invitation>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `accounts.column.${id}` });
  const role = (invitation: Invitation) =>
    [word('Role', invitation.role), placeOf(intl, invitation)].filter(Boolean).join(' · ');
  return [
    { id: 'name', header: header('name'), cell: ({ name }) => name, text: ({ name }) => name },
    { id: 'email', header: header('email'), cell: ({ email }) => email, text: ({ email }) => email },
    { id: 'role', header: intl.formatMessage({ id: 'field.role' }), cell: role, text: role },
    {
      id: 'expiresAt',
      header: header('expiresAt'),
      cell: ({ expired, expiresAt }) =>
        expired ? (
          <Status tone="warn">{intl.formatMessage({ id: 'invitations.expired' })}</Status>
        ) : (
          format.instant(expiresAt)
        ),
      text: ({ expiresAt }) => expiresAt,
    },
    {
      id: 'actions',
      header: header('actions'),
      cell: (invitation) => <Actions invitation={invitation} />,
      text: () => null,
    },
  ];
}

function Actions({ invitation: { id, email } }: { readonly invitation: Invitation }) {
  const intl = useIntl();
  const [resend, { loading }] = useMutation(RESEND, { refetchQueries: ['Invitations'] });
  const [revoke] = useMutation(REVOKE, { refetchQueries: ['Invitations'] });
  const asked = { variables: { id } };
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant="default"
        size="compact-sm"
        loading={loading}
        aria-label={intl.formatMessage({ id: 'invitations.resendTo' }, { email })}
        onClick={() =>
          void refusalIn(resend(asked)).then((refusal) =>
            refusal === undefined
              ? doneNotice(intl.formatMessage({ id: 'accounts.invited' }, { email }))
              : failedNotice(intl, refusalWords(intl, refusal)),
          )
        }
      >
        <FormattedMessage id="invitations.resend" />
      </Button>
      <ConfirmButton
        label={intl.formatMessage({ id: 'invitations.revoke' })}
        question={intl.formatMessage({ id: 'invitations.revokeAbout' }, { email })}
        onConfirm={() => revoke(asked)}
      />
    </Group>
  );
}
