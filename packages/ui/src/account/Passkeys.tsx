import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { ConfirmButton } from '../feedback/ConfirmButton.tsx';
import { useFormat } from '../i18n/format.ts';
import { askAuth, passkeysWork, type AuthProblem } from '../session/auth-client.ts';
import { Problem } from '../session/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useAnswer } from './use-answer.ts';
import classes from './Account.module.css';

const passkeyList = z.array(
  z.object({ id: z.string(), name: z.string().nullish(), createdAt: z.coerce.date() }),
);

/** Passkeys with which one signs in without a password. */
export function Passkeys() {
  const intl = useIntl();
  const format = useFormat();
  const {
    answer: passkeys = [],
    problem: unread,
    readAgain,
  } = useAnswer(passkeyList, '/passkey/list-user-passkeys');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<AuthProblem>();
  const add = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { addPasskey } = await import('../session/passkeys.ts');
    const failed = await addPasskey(name);
    setProblem(failed === 'cancelled' ? undefined : failed);
    if (failed === undefined) setName('');
    readAgain();
  };
  const remove = async (id: string) => {
    setProblem(await askAuth('/passkey/delete-passkey', { id }));
    readAgain();
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'passkeys.title' })}
      about={<FormattedMessage id="passkeys.about" />}
    >
      <Stack gap="md">
        <Problem problem={problem ?? unread} />
        {passkeys.length > 0 && (
          <ul className={classes.rows}>
            {passkeys.map(({ id, name: called, createdAt }) => (
              <li key={id}>
                <div>
                  {called || intl.formatMessage({ id: 'passkeys.unnamed' })}
                  <small>
                    <FormattedMessage
                      id="passkeys.since"
                      values={{ day: format.instant(createdAt.toISOString()) }}
                    />
                  </small>
                </div>
                <ConfirmButton
                  label={intl.formatMessage({ id: 'action.remove' })}
                  question={intl.formatMessage({ id: 'passkeys.removeAbout' })}
                  onConfirm={() => remove(id)}
                />
              </li>
            ))}
          </ul>
        )}
        {passkeysWork() ? (
          <form onSubmit={(event) => void add(event)}>
            <Group align="end" gap="sm">
              <TextInput
                name="passkey"
                required
                withAsterisk={false}
                maxLength={60}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                label={intl.formatMessage({ id: 'passkeys.name' })}
              />
              <Button type="submit" variant="default">
                <FormattedMessage id="passkeys.add" />
              </Button>
            </Group>
          </form>
        ) : (
          <FormattedMessage id="passkeys.notHere" />
        )}
      </Stack>
    </Section>
  );
}
