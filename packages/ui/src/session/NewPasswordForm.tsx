import { Button, PasswordInput, Stack } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AuthProblem } from './auth-client.ts';
import { Problem } from './Problem.tsx';

interface Props {
  /** Whether the present password is asked for, too. */
  readonly withCurrent?: boolean;
  readonly submitLabel: string;
  readonly onSubmit: (password: string, current: string) => Promise<AuthProblem | undefined>;
}

/** A new password. What is wrong with it is said, and it stays in its field. */
export function NewPasswordForm({ withCurrent = false, submitLabel, onSubmit }: Props) {
  const intl = useIntl();
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AuthProblem>();
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const failed = await onSubmit(password, current);
    setProblem(failed);
    setBusy(false);
    if (failed === undefined) {
      setPassword('');
      setCurrent('');
    }
  };
  const toggle = { 'aria-label': intl.formatMessage({ id: 'signIn.showPassword' }) };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Problem problem={problem} />
        {withCurrent && (
          <PasswordInput
            name="current"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
            required
            label={<FormattedMessage id="account.password.current" />}
            visibilityToggleButtonProps={toggle}
          />
        )}
        <PasswordInput
          name="password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="new-password"
          required
          label={<FormattedMessage id="account.password.new" />}
          description={<FormattedMessage id="account.password.rules" />}
          visibilityToggleButtonProps={toggle}
        />
        <Button type="submit" loading={busy}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
