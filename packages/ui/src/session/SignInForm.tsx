import { Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { askAuth, passkeysWork, readAuth, singleSignOnName, type AuthProblem } from './auth-client.ts';
import { CodeForm } from './CodeForm.tsx';
import { Problem } from './Problem.tsx';
import { SampleAccounts } from './SampleAccounts.tsx';

const signInAnswer = z.object({ twoFactorRedirect: z.boolean().optional() });
const redirectAnswer = z.object({ url: z.string() });

interface Props {
  readonly portal: 'admin' | 'partner';
  readonly onSignedIn: () => Promise<unknown>;
  /** Leads to the form for a forgotten password; where a session is renewed in place there is none. */
  readonly onForgotten?: ((email: string) => void) | undefined;
}

/**
 * Signs in: by e-mail address and password, then a code where the account has a second factor; by passkey, by single
 * sign-on, in the partners' portal by a link; in the sample programme with one click as one of its accounts.
 */
export function SignInForm({ portal, onSignedIn, onForgotten }: Props) {
  const intl = useIntl();
  const [problem, setProblem] = useState<AuthProblem>();
  const [email, setEmail] = useState('');
  const address = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [step, setStep] = useState<'password' | 'code' | 'linkSent'>('password');
  const [singleSignOn, setSingleSignOn] = useState<string | null>(null);

  useEffect(() => {
    void singleSignOnName().then(setSingleSignOn, () => setSingleSignOn(null));
  }, []);

  const during = async (work: () => Promise<AuthProblem | undefined>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setProblem(await work());
    } catch {
      setProblem('unreachable');
    } finally {
      setBusy(false);
    }
  };
  const signIn = (account: { email: string; password: string }) =>
    during(async () => {
      const { email: typed, password: secret } = account;
      const asked = await readAuth(signInAnswer, '/sign-in/email', {
        email: typed,
        password: secret,
      });
      if (asked.problem !== undefined) return asked.problem;
      if (asked.answer.twoFactorRedirect === true) setStep('code');
      else await onSignedIn();
      return undefined;
    });
  const signInByPasskey = () =>
    during(async () => {
      const { signInWithPasskey } = await import('./passkeys.ts');
      const failed = await signInWithPasskey();
      if (failed === undefined) await onSignedIn();
      return failed === 'cancelled' ? undefined : failed;
    });
  const signInElsewhere = () =>
    during(async () => {
      const here = `/${portal}/`;
      const asked = await readAuth(redirectAnswer, '/sign-in/social', {
        provider: 'sso',
        callbackURL: here,
        errorCallbackURL: `${here}?problem=sso`,
      });
      if (asked.problem === undefined) globalThis.location.assign(asked.answer.url);
      return asked.problem;
    });
  const sendLink = async () => {
    if (address.current?.reportValidity() !== true) return;
    await during(async () => {
      const failed = await askAuth('/sign-in/magic-link', { email, callbackURL: `/${portal}/` });
      if (failed === undefined) setStep('linkSent');
      return failed;
    });
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signIn({ email, password });
  };

  if (step === 'code') return <CodeForm onSignedIn={onSignedIn} onBack={() => setStep('password')} />;
  if (step === 'linkSent')
    return (
      <Stack gap="md" role="status">
        <Text>
          <FormattedMessage id="signIn.linkSent" values={{ email }} />
        </Text>
        <Button variant="default" onClick={() => setStep('password')}>
          <FormattedMessage id="signIn.back" />
        </Button>
      </Stack>
    );
  return (
    <Stack gap="lg">
      <form onSubmit={submit}>
        <Stack gap="md">
          <Problem problem={problem} />
          <TextInput
            ref={address}
            name="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            type="email"
            autoComplete="username webauthn"
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
          <Group gap="xs" justify="space-between">
            {passkeysWork() && (
              <Anchor component="button" type="button" size="sm" onClick={() => void signInByPasskey()}>
                <FormattedMessage id="signIn.passkey" />
              </Anchor>
            )}
            {onForgotten !== undefined && (
              <Anchor component="button" type="button" size="sm" onClick={() => onForgotten(email)}>
                <FormattedMessage id="signIn.forgotten" />
              </Anchor>
            )}
          </Group>
        </Stack>
      </form>
      {(singleSignOn !== null || portal === 'partner') && (
        <Stack gap="sm">
          {singleSignOn !== null && (
            <Button variant="default" disabled={busy} onClick={() => void signInElsewhere()}>
              <FormattedMessage id="signIn.with" values={{ name: singleSignOn }} />
            </Button>
          )}
          {portal === 'partner' && (
            <Button variant="default" disabled={busy} onClick={() => void sendLink()}>
              <FormattedMessage id="signIn.sendLink" />
            </Button>
          )}
        </Stack>
      )}
      <SampleAccounts busy={busy} onChoose={(account) => void signIn(account)} />
    </Stack>
  );
}
