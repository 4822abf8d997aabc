import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { LETTER_LOCALES } from '@tandem/domain/inputs';
import { useState, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { doneNotice } from '../feedback/notices.tsx';
import { LANGUAGE_OPTIONS } from '../i18n/locale.ts';
import { askAuth, type AuthProblem } from '../session/auth-client.ts';
import { Problem } from '../session/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useAnswer } from './use-answer.ts';

const session = z.object({ user: z.object({ email: z.string(), locale: z.enum(LETTER_LOCALES).nullish() }) });

/** Where letters go, and in which language they are written. */
export function Letters() {
  const intl = useIntl();
  const { answer, problem, readAgain } = useAnswer(session, '/get-session');
  const email = answer?.user.email;
  const [address, setAddress] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [failed, setFailed] = useState<AuthProblem>();
  const change = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const refused = await askAuth('/change-email', {
      newEmail: address,
      callbackURL: globalThis.location.pathname,
    });
    setFailed(refused);
    setSentTo(refused === undefined ? address : undefined);
  };
  const chooseLanguage = async (locale: string) => {
    const refused = await askAuth('/update-user', { locale });
    setFailed(refused);
    readAgain();
    if (refused === undefined) doneNotice(intl.formatMessage({ id: 'letters.languageChanged' }));
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'letters.title' })}
      about={email !== undefined && <FormattedMessage id="letters.about" values={{ email }} />}
    >
      <Stack gap="md">
        <Problem problem={failed ?? problem} />
        {sentTo !== undefined && (
          <p role="status">
            <FormattedMessage id="letters.sent" values={{ email: sentTo }} />
          </p>
        )}
        <form onSubmit={(event) => void change(event)}>
          <Group align="end" gap="sm">
            <TextInput
              name="newEmail"
              type="email"
              required
              withAsterisk={false}
              w="20rem"
              autoComplete="email"
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
              label={intl.formatMessage({ id: 'letters.newAddress' })}
            />
            <Button type="submit" variant="default" disabled={address === '' || address === email}>
              <FormattedMessage id="letters.change" />
            </Button>
          </Group>
        </form>
        {answer !== undefined && (
          <NativeSelect
            w="20rem"
            label={intl.formatMessage({ id: 'letters.language' })}
            value={answer.user.locale ?? ''}
            onChange={(event) => void chooseLanguage(event.currentTarget.value)}
            data={[
              // Who never chose has none: it is not offered to go back to.
              ...(answer.user.locale == null
                ? [{ value: '', label: intl.formatMessage({ id: 'form.choose' }), disabled: true }]
                : []),
              ...LANGUAGE_OPTIONS,
            ]}
          />
        )}
      </Stack>
    </Section>
  );
}
