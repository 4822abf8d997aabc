import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { authClient, sampleAccounts, type SampleAccount } from './auth-client.ts';
import classes from './SignIn.module.css';

/** Signs in by e-mail and password; in the sample programme also with one click as one of its accounts. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => Promise<unknown> }) {
  const intl = useIntl();
  const [problem, setProblem] = useState<'wrong' | 'many' | 'unreachable'>();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [accounts, setAccounts] = useState<readonly SampleAccount[]>([]);

  useEffect(() => {
    void sampleAccounts().then(setAccounts, () => setAccounts([]));
  }, []);

  const signIn = async (account: { email: string; password: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { error } = await authClient.signIn.email(account);
      if (error === null) await onSignedIn();
      else
        setProblem(
          error.status === 401 || error.status === 400
            ? 'wrong'
            : error.status === 429
              ? 'many'
              : 'unreachable',
        );
    } catch {
      setProblem('unreachable');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signIn({ email, password });
  };

  return (
    <Stack gap="lg">
      <form onSubmit={submit}>
        <Stack gap="md">
          {problem !== undefined && (
            <Alert color="red" role="alert" title={intl.formatMessage({ id: `signIn.problem.${problem}` })} />
          )}
          <TextInput
            name="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            type="email"
            autoComplete="username"
            required
            label={intl.formatMessage({ id: 'signIn.email' })}
          />
          <PasswordInput
            name="password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            label={intl.formatMessage({ id: 'signIn.password' })}
            visibilityToggleButtonProps={{ 'aria-label': intl.formatMessage({ id: 'signIn.showPassword' }) }}
          />
          <Button type="submit" loading={busy} fullWidth>
            <FormattedMessage id="signIn.submit" />
          </Button>
        </Stack>
      </form>
      {accounts.length > 0 && (
        <section aria-labelledby="sample-accounts">
          <h2 id="sample-accounts" className={classes.sampleTitle}>
            <FormattedMessage id="signIn.sample" />
          </h2>
          <ul className={classes.accounts}>
            {accounts.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  disabled={busy}
                  className={classes.account}
                  onClick={() => void signIn(account)}
                >
                  <FormattedMessage id={`vocabulary.Role.${account.role}`} />
                  <span>{account.email}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}
