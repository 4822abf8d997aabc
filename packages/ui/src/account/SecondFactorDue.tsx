import { Button, Stack, Text } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { signOut } from '../session/sign-out.ts';
import { SecondFactorSetup } from './SecondFactorSetup.tsx';
import classes from './Account.module.css';

/** All that an account sees that must have a second factor and has none yet. */
export function SecondFactorDue({ onDone }: { readonly onDone: () => Promise<unknown> }) {
  return (
    <main className={classes.due}>
      <Stack gap="lg">
        <h1>
          <FormattedMessage id="secondFactor.title" />
        </h1>
        <Text>
          <FormattedMessage id="secondFactor.due" />
        </Text>
        <SecondFactorSetup onDone={onDone} />
        <div>
          <Button variant="default" onClick={() => void signOut()}>
            <FormattedMessage id="session.signOut" />
          </Button>
        </div>
      </Stack>
    </main>
  );
}
