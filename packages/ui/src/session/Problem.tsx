import { Alert } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { AuthProblem } from './auth-client.ts';

/** Says why something about an account was not done; nothing where it was. */
export function Problem({ problem }: { readonly problem: AuthProblem | undefined }) {
  const intl = useIntl();
  if (problem === undefined) return null;
  return <Alert color="red" role="alert" title={intl.formatMessage({ id: `signIn.problem.${problem}` })} />;
}
