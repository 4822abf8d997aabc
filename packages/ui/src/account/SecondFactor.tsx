import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { doneNotice } from '../feedback/notices.tsx';
import { askAuth, type AuthProblem } from '../session/auth-client.ts';
import { Problem } from '../session/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { SecondFactorSetup } from './SecondFactorSetup.tsx';
import { useAnswer } from './use-answer.ts';
import classes from './Account.module.css';

const session = z.object({ user: z.object({ twoFactorEnabled: z.boolean().nullish() }) });

/** Whether a code is asked for at sign-in, and turning that on or off. */
export function SecondFactor() {
  const intl = useIntl();
  const { answer, readAgain } = useAnswer(session, '/get-session');
  const [step, setStep] = useState<'closed' | 'setUp' | 'turnOff'>('closed');
  if (answer === undefined) return null;
  const enabled = answer.user.twoFactorEnabled === true;
  const finish = (message: string) => {
    setStep('closed');
    readAgain();
    doneNotice(intl.formatMessage({ id: message }));
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'secondFactor.title' })}
      about={<FormattedMessage id={enabled ? 'secondFactor.on' : 'secondFactor.off'} />}
    >
      {step === 'setUp' ? (
        <SecondFactorSetup onDone={() => finish('secondFactor.turnedOn')} />
      ) : step === 'turnOff' ? (
        <TurnOff onDone={() => finish('secondFactor.turnedOff')} />
      ) : (
        <Button variant="default" onClick={() => setStep(enabled ? 'turnOff' : 'setUp')}>
          <FormattedMessage id={enabled ? 'secondFactor.turnOff' : 'secondFactor.setUp'} />
        </Button>
      )}
    </Section>
  );
}

function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const intl = useIntl();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<AuthProblem>();
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const failed = await askAuth('/two-factor/disable', { password });
    setProblem(failed);
    if (failed === undefined) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md" className={classes.narrow}>
        <Text size="sm">
          <FormattedMessage id="secondFactor.turnOffAbout" />
        </Text>
        <Problem problem={problem} />
        <PasswordInput
          name="password"
          required
          value={password}
          autoComplete="current-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
          label={intl.formatMessage({ id: 'account.password.current' })}
          visibilityToggleButtonProps={{ 'aria-label': intl.formatMessage({ id: 'signIn.showPassword' }) }}
        />
        <Button type="submit" color="red">
          <FormattedMessage id="secondFactor.turnOff" />
        </Button>
      </Stack>
    </form>
  );
}
