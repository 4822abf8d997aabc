import { Button, Code, List, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { CopyAction } from '../feedback/CopyAction.tsx';
import { askAuth, readAuth, type AuthProblem } from '../session/auth-client.ts';
import { Problem } from '../session/Problem.tsx';
import classes from './Account.module.css';

const enrolmentAnswer = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** Sets a second factor up: the password once more, the picture for the authenticator, recovery codes, and a first code. */
export function SecondFactorSetup({ onDone }: { readonly onDone: () => unknown }) {
  const intl = useIntl();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [enrolment, setEnrolment] = useState<z.output<typeof enrolmentAnswer>>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AuthProblem>();
  const begin = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const asked = await readAuth(enrolmentAnswer, '/two-factor/enable', { password });
    setProblem(asked.problem);
    if (asked.problem === undefined) setEnrolment(asked.answer);
    setBusy(false);
  };
  const confirm = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const failed = await askAuth('/two-factor/verify-totp', { code: code.trim() });
    setProblem(failed);
    if (failed === undefined) await onDone();
    setBusy(false);
  };
  if (enrolment === undefined)
    return (
      <form onSubmit={(event) => void begin(event)}>
        <Stack gap="md" className={classes.narrow}>
          <Problem problem={problem} />
          <PasswordInput
            name="password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            label={intl.formatMessage({ id: 'account.password.current' })}
            visibilityToggleButtonProps={{ 'aria-label': intl.formatMessage({ id: 'signIn.showPassword' }) }}
          />
          <Button type="submit" loading={busy}>
            <FormattedMessage id="secondFactor.begin" />
          </Button>
        </Stack>
      </form>
    );
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? '';
  return (
    <form onSubmit={(event) => void confirm(event)}>
      <Stack gap="md" className={classes.narrow}>
        <Text>
          <FormattedMessage id="secondFactor.scan" />
        </Text>
        <div
          className={classes.picture}
          role="img"
          aria-label={intl.formatMessage({ id: 'secondFactor.picture' })}
          dangerouslySetInnerHTML={{ __html: renderSVG(enrolment.totpURI, { border: 2 }) }}
        />
        <Text size="sm">
          <FormattedMessage id="secondFactor.type" />{' '}
          <Code className={classes.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</Code>
        </Text>
        <Text>
          <FormattedMessage id="secondFactor.recovery" />
        </Text>
        <List className={classes.codes} aria-label={intl.formatMessage({ id: 'secondFactor.codes' })}>
          {enrolment.backupCodes.map((backup) => (
            <List.Item key={backup}>
              <Code>{backup}</Code>
            </List.Item>
          ))}
        </List>
        <div>
          <CopyAction value={enrolment.backupCodes.join('\n')} />
        </div>
        <Problem problem={problem} />
        <TextInput
          name="code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          label={intl.formatMessage({ id: 'signIn.code.totp' })}
        />
        <Button type="submit" loading={busy}>
          <FormattedMessage id="secondFactor.confirm" />
        </Button>
      </Stack>
    </form>
  );
}
