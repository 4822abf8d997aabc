import { useApolloClient, useQuery } from '@apollo/client/react';
import { Anchor, Button, Center, Modal, Stack, Text } from '@mantine/core';
import { isPartnerRole } from '@tandem/domain/capabilities';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { sessionEnded } from './client.ts';
import { SignInForm } from './SignInForm.tsx';
import { signOut, startAfresh } from './sign-out.ts';
import { isEntrance, SignInPage } from './SignInPage.tsx';
import { VIEWER, ViewerContext } from './viewer.ts';

/** Apart from the rest: hardly anybody sees it, and nobody twice. */
const SecondFactorDue = lazy(async () => ({
  default: (await import('../account/SecondFactorDue.tsx')).SecondFactorDue,
}));

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
  const [entering, setEntering] = useState(isEntrance);

  useEffect(() => {
    const notice = () => setEnded(true);
    sessionEnded.addEventListener('ended', notice);
    return () => sessionEnded.removeEventListener('ended', notice);
  }, []);

  if (data === undefined) {
    return error === undefined ? null : <ErrorState error={error} retry={refetch} />;
  }
  const { viewer } = data;
  if (viewer === null || entering)
    return (
      <SignInPage
        portal={portal}
        onSignedIn={async () => {
          if (viewer === null) await refetch();
          else startAfresh();
          setEntering(false);
        }}
        onLeave={async () => {
          await refetch();
          setEntering(false);
        }}
      />
    );
  if (isPartnerRole(viewer.role) !== (portal === 'partner')) return <OtherPortal portal={portal} />;
  if (viewer.secondFactorDue)
    return (
      <Suspense fallback={null}>
        <SecondFactorDue onDone={() => refetch()} />
      </Suspense>
    );
  const renew = async () => {
    const { data: renewed } = await client.query({ query: VIEWER, fetchPolicy: 'network-only' });
    if (renewed?.viewer?.email !== viewer.email) {
      startAfresh();
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
        <SignInForm portal={portal} onSignedIn={renew} />
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
