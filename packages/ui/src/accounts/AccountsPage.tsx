import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useViewer } from '../session/viewer.ts';
import { Page } from '../shell/Page.tsx';
import { Section } from '../shell/Section.tsx';
import { AccountList, type AccountListProps } from './AccountList.tsx';
import { InvitationList } from './InvitationList.tsx';
import { InviteForm } from './InviteForm.tsx';

interface Props extends AccountListProps {
  readonly title: string;
  readonly scope: string;
}

/** Who signs in, who was invited, and inviting somebody: of the whole programme, or of one partner. */
export function AccountsPage({ title, scope, ...list }: Props) {
  const intl = useIntl();
  const { sampleMode } = useViewer();
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={title}
      scope={scope}
      actions={
        <Button onClick={() => setInviting(true)}>
          <FormattedMessage id="accounts.invite" />
        </Button>
      }
    >
      <AccountList {...list} />
      <Section
        title={intl.formatMessage({ id: 'invitations.title' })}
        about={<FormattedMessage id="invitations.about" />}
        action={
          sampleMode && (
            <a href="/mailbox" target="_blank" rel="noreferrer">
              <FormattedMessage id="signIn.mailbox" />
            </a>
          )
        }
      >
        <InvitationList />
      </Section>
      <InviteForm opened={inviting} onClose={() => setInviting(false)} />
    </Page>
  );
}
