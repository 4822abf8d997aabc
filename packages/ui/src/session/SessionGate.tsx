import { useApolloClient, useQuery } from '@apollo/client/react';
import { Anchor, Button, Center, Modal, Stack, Text } from '@mantine/core';
import { isPartnerRole } from '@tandem/domain/capabilities';
import { useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { authClient } from './auth-client.ts';
import { sessionEnded } from './client.ts';
import { SignInForm } from './SignInForm.tsx';
import { SignInPage } from './SignInPage.tsx';
import { VIEWER, ViewerContext } from './viewer.ts';

interface Props {
  readonly portal: 'admin' | 'partner';
  readonly children: ReactNode;
}

/** Shows what is below to who is signed in and belongs into this portal. A session that ends is renewed on the spot, so that nothing typed is lost. */
export function SessionGate({ portal, children }: Props) {
  const client = useApolloClient();
  const intl = useIntl();
  const { data, error, refetch } = useQuery(VIEWER, { errorPolicy: 'none' });
  const [ended, setEnded] = useState(false);

  useEffect(() => {
    const notice = () => setEnded(true);
    sessionEnded.addEventListener('ended', notice);
    return () => sessionEnded.removeEventListener('ended', notice);
  }, []);

  if (data === undefined) {
    return error === undefined ? null : <ErrorState error={error} retry={() => void refetch()} />;
  }
  const { viewer } = data;
  if (viewer === null) return <SignInPage portal={portal} onSignedIn={() => refetch()} />;
  if (isPartnerRole(viewer.role) !== (portal === 'partner')) return <OtherPortal portal={portal} />;
  const renew = async () => {
    const { data: renewed } = await client.query({ query: VIEWER, fetchPolicy: 'network-only' });
    if (renewed?.viewer?.email !== viewer.email) {
      // Somebody else signed in: nothing that was read or typed before is theirs.
      sessionStorage.clear();
      globalThis.location.reload();
      return;
    }
    setEnded(false);
    await client.refetchQueries({ include: 'active' });
  };
  return (
    <ViewerContext value={viewer}>
      {children}
      <Modal
        opened={ended}
        onClose={() => setEnded(false)}
        title={intl.formatMessage({ id: 'signIn.ended' })}
        closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'action.close' }) }}
      >
        <SignInForm onSignedIn={renew} />
      </Modal>
    </ViewerContext>
  );
}

/** Who belongs into the other portal is led there. */
function OtherPortal({ portal }: Pick<Props, 'portal'>) {
  const other = portal === 'admin' ? 'partner' : 'admin';
  return (
    <Center mih="100dvh" p="lg">
      <Stack align="center" gap="md">
        <Text ta="center" maw="40ch">
          <FormattedMessage id={`signIn.other.${portal}`} />
        </Text>
        <Anchor href={`/${other}/`}>
          <FormattedMessage id={`signIn.goTo.${other}`} />
        </Anchor>
        <Button variant="default" onClick={() => void signOut()}>
          <FormattedMessage id="session.signOut" />
        </Button>
      </Stack>
    </Center>
  );
}

/** Ends the session and forgets everything that was read or typed in it. */
export async function signOut(): Promise<void> {
  await authClient.signOut();
  sessionStorage.clear();
  globalThis.location.reload();
}
