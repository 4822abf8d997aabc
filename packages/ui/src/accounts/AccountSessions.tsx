import { FormattedMessage } from 'react-intl';
import { BrowserName } from '../account/BrowserName.tsx';
import rows from '../account/Account.module.css';
import type { AccountSessionsFragment } from '../gql/graphql.ts';
import { useFormat } from '../i18n/format.ts';

/** Where somebody is signed in, the latest first. */
export function AccountSessions({ sessions }: Pick<AccountSessionsFragment, 'sessions'>) {
  const format = useFormat();
  if (sessions.length === 0) return <FormattedMessage id="accounts.noSessions" />;
  return (
    <ul className={rows.rows}>
      {sessions.map(({ id, lastSeenAt, address, userAgent }) => (
        <li key={id}>
          <div>
            <BrowserName userAgent={userAgent} />
            <small>
              <FormattedMessage
                id="sessions.seen"
                values={{ when: format.instant(lastSeenAt), address: address ?? '–' }}
              />
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}
