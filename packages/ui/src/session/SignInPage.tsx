import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { ROLES } from '@tandem/domain/capabilities';
import { useEffect, useState, type ReactNode, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { Wordmark } from '../shell/Wordmark.tsx';
import { askAuth, readAuth, type AuthProblem } from './auth-client.ts';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { Problem } from './Problem.tsx';
import { SignInForm } from './SignInForm.tsx';
import classes from './SignIn.module.css';

interface Props {
  readonly portal: 'admin' | 'partner';
  readonly onSignedIn: () => Promise<unknown>;
  /** Told when what a link led to is done with, and nobody signed in by it. */
  readonly onLeave: () => Promise<unknown>;
}

/** What a link from a letter leads to, by the address of the page. */
function linkOf(search: string) {
  const parameters = new URLSearchParams(search);
  const invitation = parameters.get('invitation');
  if (invitation !== null) return { kind: 'invitation', token: invitation } as const;
  if (parameters.has('reset')) return { kind: 'reset', token: parameters.get('token') } as const;
  return { kind: 'none', problem: problemIn(parameters) } as const;
}

function problemIn(parameters: URLSearchParams): AuthProblem | undefined {
  if (parameters.get('problem') === 'signInFirst') return 'signInFirst';
  if (parameters.has('problem')) return 'noAccount';
  return parameters.has('error') ? 'used' : undefined;
}

/** Whether the page was opened by a link that goes before whoever is signed in. */
export function isEntrance(): boolean {
  return linkOf(globalThis.location.search).kind !== 'none';
}

/** The way in: signing in, a forgotten password, and what the links in letters lead to. */
export function SignInPage({ portal, onSignedIn, onLeave }: Props) {
  const [link, setLink] = useState(() => linkOf(globalThis.location.search));
  const [forgotten, setForgotten] = useState<string>();
  /** The token has done its work: it does not stay in the address. */
  const done = () => {
    history.replaceState(null, '', `/${portal}/`);
    setLink({ kind: 'none', problem: undefined });
    setForgotten(undefined);
  };
  const enter = async () => {
    done();
    await onSignedIn();
  };
  const leave = () => {
    done();
    void onLeave();
  };
  return (
    <div className={classes.page}>
      <header className={classes.words}>
        <Wordmark portal={portal} />
        <blockquote>
          <FormattedMessage id={`signIn.claim.${portal}`} />
        </blockquote>
        <p>
          <FormattedMessage id="signIn.about" />
        </p>
      </header>
      <main className={classes.form}>
        {link.kind === 'invitation' ? (
          <Accept token={link.token} onAccepted={enter} onLeave={leave} />
        ) : link.kind === 'reset' ? (
          <Reset token={link.token} onDone={leave} />
        ) : forgotten !== undefined ? (
          <Forgotten portal={portal} email={forgotten} onBack={done} />
        ) : (
          <>
            <Title id="signIn.title" />
            <Problem problem={link.problem} />
            <SignInForm
              portal={portal}
              onSignedIn={link.problem === undefined ? onSignedIn : enter}
              onForgotten={setForgotten}
            />
          </>
        )}
        <div className={classes.languages}>
          <LanguageSwitch />
        </div>
      </main>
    </div>
  );
}

function Title({ id }: { readonly id: string }) {
  return (
    <h1>
      <FormattedMessage id={id} />
    </h1>
  );
}

function Back({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Anchor component="button" type="button" size="sm" onClick={onClick} ta="left">
      {children}
    </Anchor>
  );
}

const invitationAnswer = z.object({ email: z.string(), name: z.string(), role: z.enum(ROLES) });

interface AcceptProps {
  readonly token: string;
  readonly onAccepted: () => Promise<unknown>;
  readonly onLeave: () => void;
}

/** Takes the place that an invitation holds, with a password of one's own. */
function Accept({ token, onAccepted, onLeave }: AcceptProps) {
  const intl = useIntl();
  const [guest, setGuest] = useState<z.output<typeof invitationAnswer>>();
  const [problem, setProblem] = useState<AuthProblem>();
  useEffect(() => {
    void readAuth(invitationAnswer, `/invitation?token=${encodeURIComponent(token)}`).then((asked) =>
      asked.problem === undefined ? setGuest(asked.answer) : setProblem(asked.problem),
    );
  }, [token]);
  return (
    <Stack gap="md">
      <Title id="invitation.title" />
      <Problem problem={problem} />
      {guest !== undefined && (
        <>
          <Text>
            <FormattedMessage
              id="invitation.about"
              values={{
                name: guest.name,
                email: <strong>{guest.email}</strong>,
                role: intl.formatMessage({ id: `vocabulary.Role.${guest.role}` }),
              }}
            />
          </Text>
          <NewPasswordForm
            submitLabel={intl.formatMessage({ id: 'invitation.accept' })}
            onSubmit={async (password) => {
              const failed = await askAuth('/accept-invitation', { token, password });
              if (failed === undefined) await onAccepted();
              return failed;
            }}
          />
        </>
      )}
      <Back onClick={onLeave}>
        <FormattedMessage id="signIn.toSignIn" />
      </Back>
    </Stack>
  );
}

interface ForgottenProps {
  readonly portal: 'admin' | 'partner';
  readonly email: string;
  readonly onBack: () => void;
}

/** Asks for a letter with which a new password is chosen; who has an account is not told. */
function Forgotten({ portal, email: typed, onBack }: ForgottenProps) {
  const intl = useIntl();
  const [email, setEmail] = useState(typed);
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AuthProblem>();
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const failed = await askAuth('/request-password-reset', {
      email,
      redirectTo: `/${portal}/?reset=1`,
    });
    setProblem(failed);
    setSent(failed === undefined);
    setBusy(false);
  };
  return (
    <Stack gap="md">
      <Title id="forgotten.title" />
      <Problem problem={problem} />
      {sent ? (
        <Text role="status">
          <FormattedMessage id="forgotten.sent" values={{ email }} />
        </Text>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="md">
            <TextInput
              name="email"
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              label={intl.formatMessage({ id: 'signIn.email' })}
            />
            <Button type="submit" loading={busy}>
              <FormattedMessage id="forgotten.send" />
            </Button>
          </Stack>
        </form>
      )}
      <Back onClick={onBack}>
        <FormattedMessage id="signIn.toSignIn" />
      </Back>
    </Stack>
  );
}

/** Chooses a new password with the link of a letter; every session ends with it. */
function Reset({ token, onDone }: { readonly token: string | null; readonly onDone: () => void }) {
  const intl = useIntl();
  const [changed, setChanged] = useState(false);
  return (
    <Stack gap="md">
      <Title id="reset.title" />
      {token === null ? (
        <Problem problem="used" />
      ) : changed ? (
        <Text role="status">
          <FormattedMessage id="reset.done" />
        </Text>
      ) : (
        <NewPasswordForm
          submitLabel={intl.formatMessage({ id: 'reset.submit' })}
          onSubmit={async (newPassword) => {
            const problem = await askAuth('/reset-password', { token, newPassword });
            if (problem === undefined) setChanged(true);
            return problem;
          }}
        />
      )}
      <Back onClick={onDone}>
        <FormattedMessage id="signIn.toSignIn" />
      </Back>
    </Stack>
  );
}
