import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { useFormat } from '../i18n/format.ts';
import { askAuth, type AuthProblem } from '../session/auth-client.ts';
import { Problem } from '../session/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { BrowserName } from './BrowserName.tsx';
import { useAnswer } from './use-answer.ts';
import classes from './Account.module.css';

const sessionList = z.array(
  z.object({
    id: z.string(),
    token: z.string(),
    updatedAt: z.coerce.date(),
    ipAddress: z.string().nullish(),
    userAgent: z.string().nullish(),
  }),
);
const currentSession = z.object({ session: z.object({ id: z.string() }) });

/** Where one is signed in, and ending what one does not know. */
export function Sessions() {
  const intl = useIntl();
  const format = useFormat();
  const { answer: all = [], problem: unread, readAgain } = useAnswer(sessionList, '/list-sessions');
  const { answer: current } = useAnswer(currentSession, '/get-session');
  // Before it is known which one this is, none may be ended.
  const sessions = current === undefined ? [] : all;
  const [problem, setProblem] = useState<AuthProblem>();
  const end = async (path: string, body: Record<string, unknown>) => {
    setProblem(await askAuth(path, body));
    readAgain();
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'sessions.title' })}
      about={<FormattedMessage id="sessions.about" />}
      action={
        sessions.length > 1 && (
          <Button variant="default" size="compact-sm" onClick={() => void end('/revoke-other-sessions', {})}>
            <FormattedMessage id="sessions.endOthers" />
          </Button>
        )
      }
    >
      <Stack gap="md">
        <Problem problem={problem ?? unread} />
        <ul className={classes.rows}>
          {sessions.map(({ id, token, updatedAt, ipAddress, userAgent }) => (
            <li key={id}>
              <div>
                <BrowserName userAgent={userAgent} />
                <small>
                  <FormattedMessage
                    id="sessions.seen"
                    values={{ when: format.instant(updatedAt.toISOString()), address: ipAddress ?? '–' }}
                  />
                </small>
              </div>
              {id === current?.session.id ? (
                <FormattedMessage id="sessions.this" />
              ) : (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => void end('/revoke-session', { token })}
                >
                  <FormattedMessage id="sessions.end" />
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
}
