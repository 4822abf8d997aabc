import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { askAuth, type AuthProblem } from './auth-client.ts';
import { Problem } from './Problem.tsx';

interface Props {
  readonly onSignedIn: () => Promise<unknown>;
  readonly onBack: () => void;
}

/** The second step of a sign-in: the code that an authenticator shows, or one of the recovery codes. */
export function CodeForm({ onSignedIn, onBack }: Props) {
  const intl = useIntl();
  const [kind, setKind] = useState<'totp' | 'backup-code'>('totp');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AuthProblem>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const failed = await askAuth(`/two-factor/verify-${kind}`, { code: code.trim() });
    setProblem(failed);
    if (failed === undefined) await onSignedIn();
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Problem problem={problem} />
        <TextInput
          name="code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode={kind === 'totp' ? 'numeric' : 'text'}
          ref={field}
          required
          label={intl.formatMessage({ id: `signIn.code.${kind}` })}
          description={intl.formatMessage({ id: `signIn.code.${kind}.about` })}
        />
        <Button type="submit" loading={busy} fullWidth>
          <FormattedMessage id="signIn.submit" />
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            <FormattedMessage id="signIn.back" />
          </Anchor>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              setKind(kind === 'totp' ? 'backup-code' : 'totp');
              setCode('');
              setProblem(undefined);
              field.current?.focus();
            }}
          >
            <FormattedMessage id={kind === 'totp' ? 'signIn.code.useBackup' : 'signIn.code.useTotp'} />
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
