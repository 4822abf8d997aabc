import { Anchor } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { sampleAccounts, type SampleAccount } from './auth-client.ts';
import classes from './SignIn.module.css';

interface Props {
  readonly busy: boolean;
  readonly onChoose: (account: SampleAccount) => void;
}

/** The accounts of the sample programme, each one click away, and the letters that it wrote; nothing elsewhere. */
export function SampleAccounts({ busy, onChoose }: Props) {
  const [accounts, setAccounts] = useState<readonly SampleAccount[]>([]);
  useEffect(() => {
    void sampleAccounts().then(setAccounts, () => setAccounts([]));
  }, []);
  if (accounts.length === 0) return null;
  return (
    <section aria-labelledby="sample-accounts">
      <h2 id="sample-accounts" className={classes.sampleTitle}>
        <FormattedMessage id="signIn.sample" />
      </h2>
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              disabled={busy}
              className={classes.account}
              onClick={() => onChoose(account)}
            >
              <FormattedMessage id={`vocabulary.Role.${account.role}`} />
              <span>{account.email}</span>
            </button>
          </li>
        ))}
      </ul>
      <Anchor href="/mailbox" size="sm" target="_blank" mt="sm" display="inline-block">
        <FormattedMessage id="signIn.mailbox" />
      </Anchor>
    </section>
  );
}
