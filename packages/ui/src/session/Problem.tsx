import { Alert, Button } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AuthProblem } from './auth-client.ts';
import { sessionEnded } from './client.ts';

/** Says why something about an account was not done; nothing where it was. Who has to sign in once more does so in place. */
export function Problem({ problem }: { readonly problem: AuthProblem | undefined }) {
  const intl = useIntl();
  if (problem === undefined) return null;
  return (
    <Alert color="red" role="alert" title={intl.formatMessage({ id: `signIn.problem.${problem}` })}>
      {problem === 'notFresh' && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => sessionEnded.dispatchEvent(new Event('ended'))}
        >
          <FormattedMessage id="signIn.again" />
        </Button>
      )}
    </Alert>
  );
}
