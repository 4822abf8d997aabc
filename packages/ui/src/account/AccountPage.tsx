import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../shell/Page.tsx';
import { Section } from '../shell/Section.tsx';
import { useViewer } from '../session/viewer.ts';
import { doneNotice } from '../feedback/notices.tsx';
import { askAuth } from '../session/auth-client.ts';
import { NewPasswordForm } from '../session/NewPasswordForm.tsx';
import { ApiKeys } from './ApiKeys.tsx';
import { Letters } from './Letters.tsx';
import { Passkeys } from './Passkeys.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import classes from './Account.module.css';

/** One's own account: how one signs in, where one is signed in, and keys for programs. */
export function AccountPage() {
  const intl = useIntl();
  const { name, email, role } = useViewer();
  const words = (id: string) => intl.formatMessage({ id });
  return (
    <Page
      title={words('account.title')}
      scope={
        <FormattedMessage
          id="account.scope"
          values={{ name, email, role: words(`vocabulary.Role.${role}`) }}
        />
      }
    >
      <Letters />
      <Section title={words('account.password')} about={words('account.password.about')}>
        <div className={classes.narrow}>
          <NewPasswordForm
            withCurrent
            submitLabel={words('account.password.change')}
            onSubmit={async (newPassword, currentPassword) => {
              const problem = await askAuth('/change-password', {
                newPassword,
                currentPassword,
                revokeOtherSessions: true,
              });
              if (problem === undefined) doneNotice(words('account.password.changed'));
              return problem;
            }}
          />
        </div>
      </Section>
      <SecondFactor />
      <Passkeys />
      <Sessions />
      <ApiKeys />
    </Page>
  );
}
