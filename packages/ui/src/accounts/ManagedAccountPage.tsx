import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ConfirmButton } from '../feedback/ConfirmButton.tsx';
import { Status } from '../feedback/Status.tsx';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useCan } from '../session/viewer.ts';
import { FactList } from '../shell/FactList.tsx';
import { Page } from '../shell/Page.tsx';
import { Section } from '../shell/Section.tsx';
import { PageOnItsWay } from '../shell/PageOnItsWay.tsx';
import { ACCOUNTS_SIGNED_IN } from './accounts.queries.ts';
import { AccountSessions } from './AccountSessions.tsx';
import { ChangePosition } from './ChangePosition.tsx';
import { placeOf } from './position.ts';
import { useAccountActions } from './use-account-actions.ts';
import classes from './Accounts.module.css';

interface Props {
  readonly id: string;
  /** The way back to the list. */
  readonly parent: ReactNode;
  readonly notFound: ReactNode;
  /** What the portal shows of it beside. */
  readonly children?: ReactNode;
}

/** Somebody's account: what it may do, how it signs in, where it is signed in. */
export function ManagedAccountPage({ id, parent, notFound, children }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { word } = useWords();
  const { data, error } = useQuery(ACCOUNTS_SIGNED_IN);
  const account = data?.accounts.find((candidate) => candidate.id === id);
  const { disable, enable, endSessions, resetSecondFactor } = useAccountActions({
    id,
    name: account?.name ?? '',
  });
  const [changing, setChanging] = useState(false);
  if (data === undefined) return <PageOnItsWay error={error} />;
  if (account === undefined) return notFound;
  const { name, email, role, disabled, hasSecondFactor, createdAt, viewerCanManage, sessions } = account;
  const words = (message: string) => intl.formatMessage({ id: message });
  const facts = [
    [words('field.role'), word('Role', role)],
    [words('accounts.column.place'), placeOf(intl, account)],
    [words('accounts.column.createdAt'), format.instant(createdAt)],
    [words('secondFactor.title'), words(hasSecondFactor ? 'value.yes' : 'value.no')],
  ] as const;
  return (
    <Page
      title={name}
      parent={parent}
      scope={
        <>
          {email} {disabled && <Status tone="bad">{word('AccountState', 'DISABLED')}</Status>}
        </>
      }
      actions={
        viewerCanManage && (
          <Button variant="default" onClick={() => void (disabled ? enable() : disable())}>
            <FormattedMessage id={disabled ? 'accounts.enable' : 'accounts.disable'} />
          </Button>
        )
      }
    >
      {!viewerCanManage && (
        <p>
          <FormattedMessage id="accounts.own" />
        </p>
      )}
      <FactList facts={facts} />
      {viewerCanManage && can('MANAGE_ACCOUNTS') && (
        <div className={classes.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
            <FormattedMessage id="accounts.change" />
          </Button>
          <ConfirmButton
            label={words('accounts.resetSecondFactor')}
            question={words('accounts.resetSecondFactorAbout')}
            onConfirm={resetSecondFactor}
          />
        </div>
      )}
      <Section
        title={words('accounts.sessions')}
        action={
          viewerCanManage &&
          sessions.length > 0 && (
            <ConfirmButton
              label={words('accounts.endSessions')}
              question={words('accounts.endSessionsAbout')}
              onConfirm={endSessions}
            />
          )
        }
      >
        <AccountSessions sessions={sessions} />
      </Section>
      {children}
      <ChangePosition account={account} opened={changing} onClose={() => setChanging(false)} />
    </Page>
  );
}
